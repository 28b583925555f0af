using Sakip.Documents;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Reporting;

public class ReviewFormTests
{
    [Fact]
    public void The_checklist_has_the_regulations_three_groups() =>
        Assert.Equal(
            ["Format: 6", "Mekanisme Penyusunan: 7", "Substansi: 7"],
            ReviewChecklist.Of(Sample.Plan).Select(group => $"{group.Title}: {group.Items.Count}")
        );

    [Fact]
    public void A_review_without_a_status_for_every_item_does_not_let_the_report_go_on()
    {
        var form = Form();
        form.Remove(ReviewForm.Status("ii-3"));

        Assert.Equal([ReviewForm.Status("ii-3")], Read(form).Errors.Keys);
        Assert.Empty(Read(form, isApproval: false).Errors);
    }

    [Fact]
    public void What_is_not_answered_yet_is_fulfilled_at_once_and_what_is_stays()
    {
        var form = new Dictionary<string, string>
        {
            [ReviewForm.Status("i-1")] = nameof(ReviewStatus.NotFulfilled),
            [ReviewForm.Status("i-2")] = "",
        };
        Assert.Equal((1, 20), ReviewForm.Count(Sample.Plan, form));

        var filled = ReviewForm.AllFulfilled(Sample.Plan, form);

        Assert.Equal((20, 20), ReviewForm.Count(Sample.Plan, filled));
        Assert.Equal(nameof(ReviewStatus.NotFulfilled), filled[ReviewForm.Status("i-1")]);
    }

    [Fact]
    public void Notes_and_recommendations_must_stand_beside_what_is_not_fulfilled()
    {
        var form = Form();
        form[ReviewForm.Status("iii-6")] = nameof(ReviewStatus.FulfilledWithNotes);
        form[ReviewForm.Status("iii-7")] = nameof(ReviewStatus.NotFulfilled);

        Assert.Equal(
            [ReviewForm.Note("iii-6"), ReviewForm.Note("iii-7"), ReviewForm.Recommendation("iii-7")],
            Read(form, isApproval: false).Errors.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Contains("kembalikan laporan", Read(form).Errors[ReviewForm.Status("iii-7")], StringComparison.Ordinal);
    }

    [Fact]
    public void The_annex_prints_the_statement_and_every_item_with_its_status_and_notes()
    {
        var form = Form();
        form[ReviewForm.Number] = "LHR/CONTOH/001/2025";
        form[ReviewForm.Conclusion] = "Laporan layak disampaikan.";
        form[ReviewForm.Status("iii-6")] = nameof(ReviewStatus.FulfilledWithNotes);
        form[ReviewForm.Note("iii-6")] = "Hanya dua indikator.";
        var reviewed = SampleReport.DataOf(
            Sample.Plan,
            new ReviewStatement(
                "p17",
                "Contoh Tujuh Belas Hartono, S.E., M.M., QIA",
                SampleReport.At,
                null,
                Read(form).Submission
            )
        );

        var blocks = AnnualReportDocument.BuildSection(reviewed, "lampiran-7").Blocks;
        var text = string.Join('\n', DocumentText.Of(blocks));

        Assert.Equal(3 + 20, blocks.OfType<Table>().Single().Rows.Count);
        Assert.Equal(19, text.Split('\t', '\n').Count(cell => cell == "Terpenuhi"));
        string[] said =
        [
            "tidak terdapat kondisi atau hal-hal",
            "LHR/CONTOH/001/2025",
            "Laporan layak disampaikan.",
            "Terpenuhi dengan catatan\tHanya dua indikator.",
        ];
        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_place_that_an_item_of_the_standard_list_leads_to_is_a_heading_of_the_report()
    {
        var report = AnnualReportDocument.Build(SampleReport.Data);
        var ids = report
            .Sections.SelectMany(section => section.Blocks)
            .OfType<Heading>()
            .Select(one => one.Id)
            .ToList();
        var printed = new PdfResult([], 1, ["1"], ids.OfType<string>().Distinct().ToDictionary(id => id, _ => 1), []);
        var places = DocumentPlace.In(report, printed);

        var led = ReviewChecklist
            .Standard.SelectMany(group => group.Items)
            .Select(item => ReviewPlaces.Of(item, places))
            .OfType<DocumentPlace>()
            .ToList();

        // The one for notes on data is printed only where a contradiction was explained.
        Assert.Equal(15, led.Count);
        Assert.Contains(new DocumentPlace("capaian", "3.1 Capaian Kinerja Tahun 2024", 1, "1"), led);
        Assert.Contains(led, place => place.Title == "LAMPIRAN 4 INDIKATOR KINERJA UTAMA");
    }

    [Fact]
    public void An_item_of_the_offices_own_leads_nowhere_since_it_may_ask_about_anything() =>
        Assert.Null(
            ReviewPlaces.Of(
                new ReviewItem("i-1", "Laporan memuat tabel inovasi."),
                [new DocumentPlace("ikhtisar", "IKHTISAR EKSEKUTIF", 3, "iii")]
            )
        );

    private static Dictionary<string, string> Form() =>
        ReviewChecklist
            .Standard.SelectMany(group => group.Items)
            .ToDictionary(item => ReviewForm.Status(item.Code), _ => nameof(ReviewStatus.Fulfilled));

    private static ReviewReading Read(Dictionary<string, string> form, bool isApproval = true) =>
        ReviewForm.Read(Sample.Plan, form, isApproval);
}
