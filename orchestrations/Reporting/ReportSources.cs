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
        var (unit, year) = (input.Unit, input.Year);
        var basis = await BasisAsync(unit, year, cancellation);
        var subject = SubjectRef.AnnualReport(unit, year, input.Version);
        var data = new AnnualReportData(
            basis.Input.Plan,
            basis.Agreements,
            basis.Input.Budget,
            basis.Input.Quarters,
            YearEvaluator.Evaluate(basis.Input),
            input.IsReviewed ? await reviews.FindAsync(subject, input.Attempt, cancellation) : null,
            input.At ?? clock.GetUtcNow(),
            [
                .. (await findings.OfYearAsync(unit, year, cancellation))
                    .Select(record => record.Accepted())
                    .OfType<AcceptedExplanation>(),
            ]
        )
        {
            Version = input.Version,
            Logo = await logos.FindAsync(unit, year, cancellation),
            PublicAddress = app.Value.BaseUrl,
        };
        return input.Version == 1 ? data : data with { Correction = await corrections.OfAsync(data, cancellation) };
    }

    /// <summary>The year as it stands now.</summary>
    public async Task<YearEvaluation> EvaluationAsync(string unit, int year, CancellationToken cancellation) =>
        YearEvaluator.Evaluate((await BasisAsync(unit, year, cancellation)).Input);

    public async Task<ReportBasis> BasisAsync(string unit, int year, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(unit, year, cancellation);
        List<(AgreementSnapshot Snapshot, AgreementRecord? Record)> agreed =
        [
            .. (await agreements.ReadAsync(unit, year, cancellation)).Select(one =>
                (one.Snapshot, (AgreementRecord?)one.Record)
            ),
        ];
        if (agreed.Count == 0)
            agreed.Add((Draft(plan), null));
        var terms = agreed[^1].Snapshot.Terms;
        var budget = await plans.BudgetAsync(unit, year, terms.BudgetSequence, cancellation);
        return new ReportBasis(
            agreed,
            new EvaluationInput(plan, terms, budget, await quarters.ReadAsync(unit, year, cancellation))
        );
    }

    private AgreementSnapshot Draft(OfficePlan plan) =>
        AgreementDrafting.Draft(plan, revision: null, earlier: null, OfficeTime.DateAt(clock.GetUtcNow()));
}

/// <summary>What a year's figures stand on.</summary>
/// <param name="Agreements">At least one; without a record it is a draft.</param>
internal sealed record ReportBasis(
    IReadOnlyList<(AgreementSnapshot Snapshot, AgreementRecord? Record)> Agreements,
    EvaluationInput Input
);
