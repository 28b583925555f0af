namespace Sakip.Functions.Reporting;

/// <param name="Sections">Codes of the texts that are written anew; none: the report is only made again.</param>
internal sealed record CorrectionCall(string? Reason, IReadOnlyList<string>? Sections, string? By);
