using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Reads everything that a report is made from.</summary>
public sealed class ReportSources(
    OfficeStorage storage, PlanStore plans, AgreementRecords agreements, QuarterRecords quarters,
    EvaluationRecords evaluations, FindingStore findings, TimeProvider clock)
{
    public async Task<AnnualReportData> ReadAsync(ReportAssemblyInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (unit, year) = (input.Unit, input.Year);
        var evaluation = YearEvaluator.Evaluate(await evaluations.InputAsync(unit, year, cancellation));
        return new AnnualReportData(
            await plans.PlanAsync(unit, year, cancellation),
            [.. (await agreements.ReadAsync(unit, year, cancellation)).Select(one => (one.Snapshot, (AgreementRecord?)one.Record))],
            await plans.BudgetAsync(unit, year, evaluation.Basis.BudgetSequence, cancellation),
            await quarters.ReadAsync(unit, year, cancellation), evaluation,
            input.IsReviewed ? await ReviewAsync(input, cancellation) : null, clock.GetUtcNow(),
            [.. (await findings.OfYearAsync(unit, year, cancellation)).Select(record => record.Accepted())
                .OfType<AcceptedExplanation>()]);
    }

    private async Task<ReviewStatement?> ReviewAsync(ReportAssemblyInput input, CancellationToken cancellation)
    {
        var subject = SubjectRef.AnnualReport(input.Unit, input.Year, input.Version);
        var step = ApprovalPolicy.Of(ApprovalKind.AnnualReview).Step;
        var claim = await storage.Subjects.FindAsync<ClaimRow>(
            Keys.Partition(subject), RowKeys.Claim(step, input.Attempt), cancellation);
        return claim is null ? null : new ReviewStatement(claim.By, claim.ByName, claim.At, claim.Note);
    }
}
