using Microsoft.Extensions.Options;
using Sakip.AnnualCycle;
using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>
/// Reads everything that a report is made from, in whatever state the year is: before the agreement is signed its draft
/// stands in, and quarters that are not locked yet are missing.
/// </summary>
internal sealed class ReportSources(
    YearBasis basis,
    PlanStore plans,
    FindingStore findings,
    ReviewDesk reviews,
    ReportCorrections corrections,
    OfficeLogo logos,
    IOptions<AppOptions> app
)
{
    public async Task<AnnualReportData> ReadAsync(ReportAssemblyInput input, CancellationToken cancellation)
    {
        var office = input.Office;
        var standing = await basis.ReadAsync(office, cancellation);
        var subject = new AnnualReportSubject(office, input.Version);
        var data = new AnnualReportData
        {
            Plan = standing.Input.Plan,
            Agreements = standing.Agreements,
            Budget = standing.Input.Budget,
            Quarters = standing.Input.Quarters,
            Evaluation = YearEvaluator.Evaluate(standing.Input),
            Review = input.IsReviewed ? await reviews.FindAsync(subject, input.Attempt, cancellation) : null,
            At = input.At ?? standing.ReadAt,
            Explanations =
            [
                .. (await findings.OfYearAsync(office, cancellation))
                    .Select(record => record.Accepted())
                    .OfType<AcceptedExplanation>(),
            ],
            Version = input.Version,
            Logo = await logos.FindAsync(office, cancellation),
            PublicAddress = app.Value.BaseUrl,
            Noted = await plans.NotedAsync(standing.Input.Plan, cancellation),
        };
        return input.Version == 1 ? data : data with { Correction = await corrections.OfAsync(data, cancellation) };
    }
}
