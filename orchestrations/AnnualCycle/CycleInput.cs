namespace Sakip.AnnualCycle;

public sealed record CycleInput(string Unit, int Year);

/// <param name="ReportHash">Hash of the published report.</param>
public sealed record CycleOutcome(string ReportHash);

/// <summary>Says that a budget revision is stored under the number in the event's name.</summary>
public sealed record BudgetRevisedSignal(int Number = 0);
