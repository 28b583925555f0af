using Sakip.Approvals;
using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Agreements;

/// <summary>Makes the agreement that a plan and a budget version call for.</summary>
public static class AgreementDrafting
{
    /// <param name="revision">The revision that leads to it; null for the year's first agreement.</param>
    /// <param name="earlier">Terms of the agreement in force; null for the first.</param>
    public static AgreementSnapshot Draft(OfficePlan plan, BudgetRevision? revision, AgreementTerms? earlier, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var budget = revision?.Budget ?? plan.Budget;
        var targets = Targets(earlier?.Targets ?? plan.AnnualPlan.Targets, revision?.TargetChanges ?? []);
        var directory = new OfficeDirectory(plan);
        return new AgreementSnapshot(
            plan.Unit.Code, plan.Year, new AgreementTerms(budget.Sequence, on, budget.Sequence, targets),
            plan.Agreement.Place, Party(directory.FirstParty(on)), Party(directory.SecondParty(on)),
            [.. Indicators(plan, targets)],
            [.. budget.Programmes.Select(programme => new AgreedProgramme(
                programme.Code, programme.AgreementName ?? programme.Name, programme.Ceiling(), programme.FundSource))],
            revision?.Reason, revision?.Explanation);
    }

    private static List<AnnualTarget> Targets(
        IReadOnlyList<AnnualTarget> standing, IReadOnlyList<AnnualTarget> changes) =>
        [.. standing.Select(target =>
            changes.FirstOrDefault(change => change.Indicator == target.Indicator) ?? target)];

    private static IEnumerable<AgreedIndicator> Indicators(OfficePlan plan, IReadOnlyList<AnnualTarget> targets) =>
        from objective in plan.StrategicPlan.Objectives()
        from indicator in objective.Indicators
        join target in targets on indicator.Code equals target.Indicator
        select new AgreedIndicator(objective.Statement, indicator.Code, indicator.Name, indicator.Measure, target);

    private static OfficialSnapshot Party(PostHolder? holder) =>
        holder?.Snapshot() ?? throw new NoBearerException("A party's post is vacant.");
}
