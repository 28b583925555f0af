using Sakip.AnnualCycle;

namespace Sakip.Reporting;

/// <param name="Narratives">Texts that were not handed in yet for this version.</param>
internal sealed record ReportOutline(
    IReadOnlyList<string> Sections,
    IReadOnlyList<NarrativeRequest>? Narratives = null
);

internal sealed record SectionInput(ReportAssemblyInput Report, string Section);

/// <param name="Hash">Hash of the section's data, so that a repeated run is seen to give the same.</param>
internal sealed record SectionResult(string Section, string Hash);

internal sealed record ReportGateResult(int Blockers, int Warnings, string FindingsHash);

/// <param name="ChangedSinceReview">Whether it says something else than what was reviewed; it is not signed then.</param>
internal sealed record AssembledReport(
    string PdfHash,
    string DocxHash,
    string? XlsxHash = null,
    bool ChangedSinceReview = false
);

/// <summary>Hands the report back to the planner.</summary>
/// <param name="Reason">"narratives", "sections", "blocked", "review", "changed" or "signature".</param>
/// <param name="Items">What it waits for: titles of texts, codes of sections.</param>
internal sealed record ReportHandBack(
    ReportAssemblyInput Report,
    string Reason,
    string? Note,
    IReadOnlyList<string>? Items = null
);
