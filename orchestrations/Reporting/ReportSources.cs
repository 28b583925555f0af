using Microsoft.Extensions.Options;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Collection;
using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>
/// Reads everything that a report is made from, in whatever state the year is: before the agreement is signed its draft
/// stands in, and quarters that are not locked yet are missing.
/// </summary>
internal sealed class ReportSources(
    PlanStore plans,
    AgreementRecords agreements,
    QuarterRecords quarters,
    FindingStore findings,
    ReviewDesk reviews,
    ReportCorrections corrections,
    OfficeLogo logos,
    IOptions<AppOptions> app,
    TimeProvider clock
)
{
    public async Task<AnnualReportData> ReadAsync(ReportAssemblyInput input, CancellationToken cancellation)
    {
        var office = input.Office;
        var basis = await BasisAsync(office, cancellation);
        var subject = new AnnualReportSubject(office, input.Version);
        var data = new AnnualReportData(
            basis.Input.Plan,
            basis.Agreements,
            basis.Input.Budget,
            basis.Input.Quarters,
            YearEvaluator.Evaluate(basis.Input),
            input.IsReviewed ? await reviews.FindAsync(subject, input.Attempt, cancellation) : null,
            input.At ?? clock.GetUtcNow(),
            [
                .. (await findings.OfYearAsync(office, cancellation))
                    .Select(record => record.Accepted())
                    .OfType<AcceptedExplanation>(),
            ]
        )
        {
            Version = input.Version,
            Logo = await logos.FindAsync(office, cancellation),
            PublicAddress = app.Value.BaseUrl,
        };
        return input.Version == 1 ? data : data with { Correction = await corrections.OfAsync(data, cancellation) };
    }

    /// <summary>The year as it stands now.</summary>
    public async Task<YearEvaluation> EvaluationAsync(OfficeYear office, CancellationToken cancellation) =>
        YearEvaluator.Evaluate((await BasisAsync(office, cancellation)).Input);

    public async Task<ReportBasis> BasisAsync(OfficeYear office, CancellationToken cancellation)
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
        var budget = await plans.BudgetAsync(office, terms.BudgetSequence, cancellation);
        return new ReportBasis(
            agreed,
            new EvaluationInput(plan, terms, budget, await quarters.ReadAsync(office, cancellation))
        );
    }

    private AgreementSnapshot Draft(OfficePlan plan) =>
        AgreementDrafting.Draft(plan, revision: null, earlier: null, plan.Zone.DateAt(clock.GetUtcNow()));
}

/// <summary>What a year's figures stand on.</summary>
/// <param name="Agreements">At least one; without a record it is a draft.</param>
internal sealed record ReportBasis(
    IReadOnlyList<(AgreementSnapshot Snapshot, AgreementRecord? Record)> Agreements,
    EvaluationInput Input
);
