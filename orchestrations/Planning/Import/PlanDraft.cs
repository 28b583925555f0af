namespace Sakip.Planning;

/// <summary>
/// Tells a plan that lacks nothing but its budget, so that a list of the finance system can fill it in. Its programmes may
/// stand in it already, with what the finance system does not know of them.
/// </summary>
internal static class PlanDraft
{
    /// <summary>The plan itself; null where it has a budget, or more is wrong with it.</summary>
    public static OfficePlan? Of(OfficePlan plan, IReadOnlyList<PlanError> errors) =>
        !plan.Budget.SubActivities().Any() && errors.All(IsOfBudget) ? plan : null;

    public static bool IsOfBudget(PlanError error) =>
        error.Path.StartsWith("$.budget", StringComparison.Ordinal)
        || error.Path.StartsWith("$.actionPlan", StringComparison.Ordinal)
            && error.Path.EndsWith(".subActivity", StringComparison.Ordinal)
        || error.Cell?.Sheet is SheetNames.Budget or SheetNames.BudgetVersions;
}
