namespace Sakip.AnnualCycle;

internal sealed record PublishedReport(string DocumentHash, DateOnly PublishedOn);
