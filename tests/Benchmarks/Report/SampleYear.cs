using System.Text.Json;
using Sakip.Agreements;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Signing;

namespace Sakip.Benchmarks.Report;

/// <summary>The sample office's finished year, and offices of other sizes made from it.</summary>
internal static class SampleYear
{
    private static readonly DateTimeOffset At = new(2025, 2, 14, 2, 0, 0, TimeSpan.Zero);

    public static AnnualReportData Load(string folder)
    {
        var plan = PlanReader.Read(File.ReadAllText(Path.Combine(folder, "plan.json"))).Value!;
        var revision = PlanReader
            .ReadRevision(File.ReadAllText(Path.Combine(folder, "budget-revision-1.json")), plan, plan.Budget)
            .Value!;
        return Of(plan, revision, Figures(Path.Combine(folder, "realisations.json")));
    }

    /// <param name="revision">Null where the year has one agreement.</param>
    public static AnnualReportData Of(
        OfficePlan plan,
        BudgetRevision? revision,
        IReadOnlyList<QuarterlyFigures> quarters
    )
    {
        var first = AgreementDrafting.Draft(plan, null, null, new DateOnly(plan.Year, 1, 5));
        var revised = revision is null
            ? null
            : AgreementDrafting.Draft(plan, revision, first.Terms, new DateOnly(plan.Year, 9, 20));
        var last = revised ?? first;
        var budget = revision?.Budget ?? plan.Budget;
        return new AnnualReportData
        {
            Plan = plan,
            Agreements =
            [
                (first, Record(first)),
                .. revised is null ? [] : new (AgreementSnapshot, AgreementRecord?)[] { (revised, Record(revised)) },
            ],
            Budget = budget,
            Quarters = quarters,
            Evaluation = YearEvaluator.Evaluate(new EvaluationInput(plan, last.Terms, budget, quarters)),
            Review = new ReviewStatement(
                "p17",
                "Contoh Tujuh Belas Hartono, S.E., M.M., QIA",
                At.AddDays(-1),
                null,
                Review(plan)
            ),
            At = At,
            PublicAddress = new Uri("https://sakip.contoh.example"),
        };
    }

    private static ReviewSubmission Review(OfficePlan plan) =>
        new(
            "LHR/CONTOH/001/2025",
            [
                .. ReviewChecklist
                    .Of(plan)
                    .SelectMany(group => group.Items)
                    .Select(
                        (item, index) =>
                            index == 15
                                ? new ReviewFinding(
                                    item.Code,
                                    ReviewStatus.FulfilledWithNotes,
                                    "Penjelasan pada Bab II cukup singkat.",
                                    "Uraian diperluas."
                                )
                                : new ReviewFinding(item.Code, ReviewStatus.Fulfilled)
                    ),
            ]
        );

    private static AgreementRecord Record(AgreementSnapshot snapshot)
    {
        var signed = new DateTimeOffset(snapshot.Terms.SignedOn, new TimeOnly(3, 30), TimeSpan.Zero);
        return new AgreementRecord(
            "00",
            new string('a', 64),
            snapshot.Terms.SignedOn,
            [
                new SignatureRecord(snapshot.FirstParty.Name, snapshot.FirstParty.Title, signed, "Uji coba"),
                new SignatureRecord(
                    snapshot.SecondParty.Name,
                    snapshot.SecondParty.Title,
                    signed.AddHours(5),
                    "Uji coba"
                ),
            ]
        );
    }

    private static List<QuarterlyFigures> Figures(string file)
    {
        var json = JsonSerializer.Deserialize<RealisationFile>(File.ReadAllText(file), CanonicalJson.Options)!;
        return
        [
            .. json.Quarters.Select(quarter => new QuarterlyFigures(
                quarter.Quarter,
                [
                    .. quarter.Reports.SelectMany(report =>
                        report.Indicators.Select(figure => figure with { SubUnit = report.SubUnit })
                    ),
                ],
                [
                    .. quarter.Reports.SelectMany(report =>
                        report.SubActivities.Select(figure => figure with { SubUnit = report.SubUnit })
                    ),
                ]
            )),
        ];
    }

    private sealed record RealisationFile(IReadOnlyList<QuarterOfFile> Quarters);

    private sealed record QuarterOfFile(Quarter Quarter, IReadOnlyList<ReportOfFile> Reports);

    private sealed record ReportOfFile(
        string SubUnit,
        IReadOnlyList<IndicatorFigure> Indicators,
        IReadOnlyList<SubActivityFigure> SubActivities
    );
}
