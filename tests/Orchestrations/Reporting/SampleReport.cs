using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Signing;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Reporting;

/// <summary>The sample office's year as the report is made from it.</summary>
internal static class SampleReport
{
    public static readonly DateTimeOffset At = new(2025, 2, 14, 2, 0, 0, TimeSpan.Zero);

    public static AgreementSnapshot First { get; } =
        AgreementDrafting.Draft(Sample.Plan, null, null, new DateOnly(2024, 1, 5));

    public static AgreementSnapshot Revised { get; } =
        AgreementDrafting.Draft(Sample.Plan, Sample.Revision, First.Terms, new DateOnly(2024, 9, 20));

    public static AnnualReportData Data { get; } =
        DataOf(
            Sample.Plan,
            new ReviewStatement("p17", "Contoh Tujuh Belas Hartono, S.E., M.M., QIA", At.AddDays(-1), null)
        );

    public static AnnualReportData DataOf(OfficePlan plan, ReviewStatement? review) =>
        new()
        {
            Plan = plan,
            Agreements = [(First, Record(First)), (Revised, Record(Revised))],
            Budget = Sample.Revision.Budget,
            Quarters = Sample.Quarters,
            Evaluation = YearEvaluator.Evaluate(
                new EvaluationInput(plan, Revised.Terms, Sample.Revision.Budget, Sample.Quarters)
            ),
            Review = review,
            At = At,
        };

    public static Table TableOf(Document document, string number) =>
        document
            .Sections.SelectMany(section => section.Blocks)
            .OfType<Table>()
            .Single(table => table.Caption?.Number == number);

    public static string TextOf(Document document) =>
        string.Join('\n', DocumentText.Of(document.Sections.SelectMany(section => section.Blocks)));

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
}
