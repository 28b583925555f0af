namespace Sakip.Functions.Collection;

/// <summary>The step that a row waits for.</summary>
internal sealed record OpenStepLine
{
    public required string Subject { get; init; }

    public required string Step { get; init; }

    public required int Attempt { get; init; }

    public required string StepName { get; init; }

    public required string Who { get; init; }

    public required string Due { get; init; }

    /// <summary>"tinggal 2 hari kerja" or "lewat 1 hari kerja"; null while it is far off.</summary>
    public required string? Days { get; init; }

    /// <summary>When its bearer was last reminded; null while nobody was.</summary>
    public required string? Reminded { get; init; }
}
