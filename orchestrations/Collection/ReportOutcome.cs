namespace Sakip.Collection;

internal sealed record ReportOutcome(string SubUnit, ReportResult Result, int Revision, int Round = 1);
