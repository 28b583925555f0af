namespace Sakip.Evaluation;

/// <param name="Reporter">Name of who handed it in; its code where the plan no longer knows it.</param>
internal sealed record ReportedInput(
    string Figure,
    string Name,
    decimal? Value,
    string? Quarter,
    string? SubUnit,
    Provenance Provenance,
    string? Reporter,
    string? Verifier
);
