namespace Sakip.Functions.AnnualCycle;

internal sealed record StartedYear(string Unit, int Year, string State);
