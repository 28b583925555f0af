namespace Sakip.Functions.AnnualCycle;

/// <param name="State">Running, or Closed once the report is published.</param>
internal sealed record YearView(string Unit, int Year, string State, string PlanHash, DateTimeOffset StartedAt);
