using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Collection;

/// <summary>A row of the matrix: one sub-unit in one quarter.</summary>
internal sealed record MatrixRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required string Url { get; init; }

    public required string Revision { get; init; }

    public required string SubmittedAt { get; init; }

    /// <summary>Whether the report was handed in and not returned since.</summary>
    public bool IsIn { get; init; }

    /// <summary>Whether the open step is past its due day.</summary>
    public bool IsLate { get; init; }

    public OpenStepLine? Open { get; init; }
}
