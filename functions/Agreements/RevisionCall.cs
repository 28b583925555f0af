namespace Sakip.Functions.Agreements;

/// <param name="Reason">OfficialChanged, StrategyOrBudgetChanged or PrioritiesChanged: PermenPAN-RB 53/2014.</param>
/// <param name="Explanation">Stands in the agreement's own text.</param>
/// <param name="Targets">New yearly targets by indicator, written as people write them; those that are not named stay.</param>
/// <param name="By">Code of the planner in whose name it is done.</param>
internal sealed record RevisionCall(
    string? Reason,
    string? Explanation,
    Dictionary<string, string>? Targets,
    string? By
);
