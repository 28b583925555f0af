using Sakip.Agreements;
using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.AnnualCycle;

/// <summary>A plan prepared for the next year, compared with this year's and checked.</summary>
/// <param name="Standing">The next year's plan where there is one already: nothing is prepared over it.</param>
/// <param name="Errors">What has to be mended in the workbook before it can be applied.</param>
internal sealed record PreparedYear(
    NextYearDraft Draft,
    IReadOnlyList<PlanDifference> Differences,
    IReadOnlyList<PlanError> Errors,
    IReadOnlyList<PlanError> Warnings,
    bool Standing
);

/// <summary>Prepares the plan of the next year from what this year planned, agreed and reached.</summary>
internal sealed class NextYearDesk(
    PlanStore plans,
    AgreementRecords agreements,
    EvaluationRecords evaluations,
    IEnumerable<PlanCheck> checks
)
{
    private readonly IReadOnlyList<PlanCheck> _checks = [.. checks];

    public async Task<PreparedYear> PrepareAsync(OfficePlan plan, CancellationToken cancellation)
    {
        var office = plan.Office;
        var agreed = (await agreements.ReadAsync(office, cancellation)).LastOrDefault().Snapshot?.Terms.Targets;
        var evaluation = await evaluations.EvaluationAsync(office, EvaluationRecords.Year, cancellation);
        var settled = SettledYear.Of(plan);
        var standing = settled.StrategicPlan.Indicators().Select(one => one.Code).ToHashSet();
        var draft = NextYearPlan.Of(
            settled,
            SettledYear.Of(plan, await plans.LatestBudgetAsync(office, cancellation)),
            [.. (agreed ?? plan.AnnualPlan.Targets).Where(target => standing.Contains(target.Indicator))],
            Results(plan.Year, evaluation)
        );
        draft = NextYearTexts.Of(draft, PlanRules.Check(draft.Plan, _checks));
        return new PreparedYear(
            draft,
            PlanDifferences.Of(plan, draft.Plan),
            PlanRules.Check(draft.Plan, _checks),
            PlanWarnings.Check(draft.Plan),
            await plans.FindPlanAsync(draft.Plan.Office, cancellation) is not null
        );
    }

    private static Dictionary<string, YearRecord> Results(int year, YearEvaluation? evaluation) =>
        (evaluation?.Indicators ?? [])
            .Where(one => one.Realisation is not null)
            .ToDictionary(one => one.Code, one => new YearRecord(year, one.Target?.Value, one.Realisation));
}
