namespace Sakip.Reporting;

/// <param name="IsReviewed">True once the Inspectorate has reviewed: the statement of review is then in the document.</param>
public sealed record ReportAssemblyInput(string Unit, int Year, int Version, int Attempt = 1, bool IsReviewed = false);

public sealed record ReportOutline(IReadOnlyList<string> Sections);

public sealed record SectionInput(ReportAssemblyInput Report, string Section);

/// <param name="Hash">Hash of the section's data, so that a repeated run is seen to give the same.</param>
public sealed record SectionResult(string Section, string Hash);

public sealed record ReportGateResult(int Blockers, int Warnings, string FindingsHash);

public sealed record AssembledReport(string PdfHash, string DocxHash);

public sealed record PublishedReport(string DocumentHash, DateOnly PublishedOn);

/// <summary>Hands the report back to the planner.</summary>
public sealed record ReportHandBack(ReportAssemblyInput Report, string Reason, string? Note);

/// <summary>Says that the planner has corrected what stood in the way.</summary>
public sealed record RecheckSignal(string? Reason = null);
