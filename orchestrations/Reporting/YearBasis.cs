using Sakip.Agreements;
using Sakip.Collection;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>
/// Reads what a year's figures stand on, in whatever state the year is: before the agreement is signed its draft stands
/// in, and quarters that are not locked yet are missing.
/// </summary>
internal sealed class YearBasis(
    PlanStore plans,
    AgreementRecords agreements,
    QuarterRecords quarters,
    TimeProvider clock
)
{
    /// <summary>The year as it stands now.</summary>
    public async Task<YearEvaluation> EvaluationAsync(OfficeYear office, CancellationToken cancellation) =>
        YearEvaluator.Evaluate((await ReadAsync(office, cancellation)).Input);

    public async Task<ReportBasis> ReadAsync(OfficeYear office, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        List<(AgreementSnapshot Snapshot, AgreementRecord? Record)> agreed =
        [
            .. (await agreements.ReadAsync(office, cancellation)).Select(one =>
                (one.Snapshot, (AgreementRecord?)one.Record)
            ),
        ];
        if (agreed.Count == 0)
            agreed.Add((Draft(plan), null));
        var terms = agreed[^1].Snapshot.Terms;
        var budget = await plans.BudgetInForceAsync(plan, terms.BudgetSequence, cancellation);
        return new ReportBasis(
            agreed,
            new EvaluationInput(plan, terms, budget, await quarters.ReadAsync(office, cancellation))
            {
                FormerTargets = FormerTargets.Of([.. agreed.Select(one => one.Snapshot)]),
            },
            clock.GetUtcNow()
        );
    }

    public async Task<bool> HasPlanAsync(OfficeYear office, CancellationToken cancellation) =>
        await plans.FindPlanAsync(office, cancellation) is not null;

    private AgreementSnapshot Draft(OfficePlan plan) =>
        AgreementDrafting.Draft(plan, revision: null, earlier: null, plan.Zone.DateAt(clock.GetUtcNow()));
}

/// <summary>What a year's figures stand on.</summary>
/// <param name="Agreements">At least one; without a record it is a draft.</param>
internal sealed record ReportBasis(
    IReadOnlyList<(AgreementSnapshot Snapshot, AgreementRecord? Record)> Agreements,
    EvaluationInput Input,
    DateTimeOffset ReadAt
);
