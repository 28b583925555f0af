namespace Sakip.Reporting;

internal sealed record ReportGateResult(int Blockers, int Warnings, string FindingsHash);
