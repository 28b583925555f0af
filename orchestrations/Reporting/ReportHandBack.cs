using Sakip.AnnualCycle;

namespace Sakip.Reporting;

/// <summary>Hands the report back to the planner.</summary>
/// <param name="Reason">"narratives", "sections", "blocked", "review", "changed" or "signature".</param>
/// <param name="Items">What it waits for: titles of texts, codes of sections.</param>
internal sealed record ReportHandBack(
    ReportAssemblyInput Report,
    string Reason,
    string? Note,
    IReadOnlyList<string>? Items = null
);
