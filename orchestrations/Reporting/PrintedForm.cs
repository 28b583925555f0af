using Sakip.Agreements;
using Sakip.Consistency;
using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>
/// A report of our own in the structured form of printed ones, so that the rules that read text and tables read it too.
/// </summary>
internal static class PrintedForm
{
    public static PrintedReport Of(AnnualReportData data) => Of(AnnualReportDocument.Build(data), data);

    public static PrintedReport Of(Document document, AnnualReportData data)
    {
        var plan = data.Plan;
        return new PrintedReport
        {
            Title = document.Info.Title,
            Office = plan.Unit.ShortName,
            Year = plan.Year,
            Period = new PrintedPeriod(
                plan.StrategicPlan.Name,
                plan.StrategicPlan.StartYear,
                plan.StrategicPlan.EndYear
            ),
            Sections = new PrintedSections(document).Read(),
            Agreements =
            [
                .. data.Agreements.Select(agreement => Agreement(data, agreement.Snapshot, agreement.Record)),
            ],
            Annexes = ["Perjanjian Kinerja"],
        };
    }

    private static PrintedAgreement Agreement(
        AnnualReportData data,
        AgreementSnapshot snapshot,
        AgreementRecord? record
    )
    {
        var targets = snapshot.Terms.Targets.ToDictionary(target => target.Indicator);
        var indicators =
            from objective in data.Plan.StrategicPlan.Objectives()
            from indicator in objective.Indicators
            where targets.ContainsKey(indicator.Code)
            select new PrintedTarget(
                objective.Statement,
                indicator.Name,
                Shown(indicator, targets[indicator.Code]),
                indicator.Polarity
            );
        // Only the agreement in force stands on the budget that the report accounts for.
        var inForce = snapshot.Terms.Revision == data.Agreements[^1].Snapshot.Terms.Revision;
        var programmes = inForce
            ? data
                .Budget.Programmes.Select(
                    (programme, i) =>
                        new PrintedAmount(
                            FormattableString.Invariant($"{i + 1}"),
                            programme.Name,
                            IndonesianNumber.Rupiah(programme.Ceiling())
                        )
                )
                .ToList()
            : [];
        return new PrintedAgreement(
            snapshot.Terms.Revision,
            record?.SignedOn ?? snapshot.Terms.SignedOn,
            [.. indicators],
            programmes,
            inForce ? IndonesianNumber.Rupiah(data.Budget.Ceiling()) : null
        );
    }

    private static string Shown(Indicator indicator, AnnualTarget target) =>
        target.Value is null ? target.Text ?? "-" : Evaluation.IndicatorEvaluator.Show(indicator, target.Value);
}
