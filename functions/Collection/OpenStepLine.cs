namespace Sakip.Functions.Collection;

/// <summary>The step that a row waits for.</summary>
/// <param name="Days">"tinggal 2 hari kerja" or "lewat 1 hari kerja"; null while it is far off.</param>
/// <param name="Reminded">When its bearer was last reminded; null while nobody was.</param>
internal sealed record OpenStepLine(
    string Subject,
    string Step,
    int Attempt,
    string StepName,
    string Who,
    string Due,
    string? Days,
    string? Reminded
);
