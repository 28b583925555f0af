namespace Sakip.Reporting;

/// <param name="Narratives">Texts that were not handed in yet for this version.</param>
internal sealed record ReportOutline(
    IReadOnlyList<string> Sections,
    IReadOnlyList<NarrativeRequest>? Narratives = null
);
