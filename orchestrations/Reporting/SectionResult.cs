namespace Sakip.Reporting;

/// <param name="Hash">Hash of the section's data, so that a repeated run is seen to give the same.</param>
internal sealed record SectionResult(string Section, string Hash);
