namespace Sakip.Functions.Home;

/// <summary>A step that waits: for whom, since when, until when.</summary>
internal sealed record WaitingStep(
    string Subject,
    string Kind,
    string Step,
    int Attempt,
    string Bearer,
    string? SubUnit,
    DateTimeOffset Since,
    DateTimeOffset DueAt,
    DateTimeOffset ClosesAt
);
