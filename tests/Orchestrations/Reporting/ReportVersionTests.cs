using Sakip.Documents;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Reporting;

public class ReportVersionTests
{
    private static readonly ReportContent Before = ReportContent.Of(SampleReport.Data);

    [Fact]
    public void The_same_data_says_the_same_on_another_day_in_another_version_and_after_the_review()
    {
        var later = SampleReport.Data with
        {
            At = SampleReport.At.AddDays(40),
            Version = 2,
            Review = null,
            PublicAddress = new Uri("https://sakip.contoh.example"),
        };

        Assert.Empty(ReportContent.Of(later).SectionsChangedSince(Before));
        Assert.Empty(ReportContent.Of(later).FiguresChangedSince(Before));
    }

    [Fact]
    public void A_corrected_text_names_its_section_and_no_figure()
    {
        var corrected = ReportContent.Of(
            SampleReport.DataOf(WithText("saran", "Saran diperbaiki."), SampleReport.Data.Review)
        );

        Assert.Equal(["BAB IV PENUTUP"], corrected.SectionsChangedSince(Before));
        Assert.Empty(corrected.FiguresChangedSince(Before));
    }

    [Fact]
    public void A_figure_that_changed_is_named_with_both_values()
    {
        var quarters = SampleReport.Data.Quarters.ToList();
        quarters[^1] = quarters[^1] with
        {
            Indicators =
            [
                .. quarters[^1]
                    .Indicators.Select(one => one.Indicator == "rb" ? one with { Numerator = 88, Value = null } : one),
            ],
        };
        var data = SampleReport.Data;
        var evaluation = Sakip.Evaluation.YearEvaluator.Evaluate(
            new(data.Plan, data.Agreements[^1].Snapshot.Terms, data.Budget, quarters)
        );
        var change = ReportContent
            .Of(data with { Quarters = quarters, Evaluation = evaluation })
            .FiguresChangedSince(Before)
            .First(one => one.Code == "realisasi.rb");

        Assert.Equal(("87%", "88%"), (change.Before, change.After));
    }

    [Fact]
    public void A_figure_that_came_or_went_is_named_with_the_one_value_it_has_and_the_changes_stand_by_code()
    {
        var before = new ReportContent([new("b", "Realisasi", "80%"), new("c", "Capaian", "90%")], []);
        var now = new ReportContent([new("c", "Capaian kinerja", "91%"), new("a", "Efisiensi", "105%")], []);

        Assert.Equal(
            [
                new FigureChange("a", "Efisiensi", null, "105%"),
                new FigureChange("b", "Realisasi", "80%", null),
                new FigureChange("c", "Capaian kinerja", "90%", "91%"),
            ],
            now.FiguresChangedSince(before)
        );
    }

    [Fact]
    public void A_section_that_is_new_or_says_something_else_is_named_by_its_title_and_the_others_are_not()
    {
        var before = new ReportContent([], [new("bab-1", "BAB I", "1"), new("bab-2", "BAB II", "2")]);
        var now = new ReportContent(
            [],
            [new("bab-1", "BAB I", "1"), new("bab-2", "BAB II", "berubah"), new("bab-3", "BAB III", "3")]
        );

        Assert.Equal(["BAB II", "BAB III"], now.SectionsChangedSince(before));
        Assert.Empty(now.SectionsChangedSince(now));
    }

    [Fact]
    public void A_correction_opens_with_its_reason_and_what_changed_and_its_cover_names_the_version()
    {
        var second = SampleReport.Data with
        {
            Version = 2,
            Correction = new ReportCorrection(
                1,
                new DateOnly(2025, 2, 20),
                "Salah kutip capaian.",
                "Contoh Tiga Belas Dewanti",
                [new FigureChange("realisasi.rb", "Realisasi RB", "87%", "88%")],
                ["BAB III AKUNTABILITAS KINERJA"]
            ),
        };

        var report = AnnualReportDocument.Build(second);
        var text = SampleReport.TextOf(report);

        string[] said =
        [
            "PERUBAHAN DARI VERSI 1",
            "versi 2 dan menggantikan versi 1 yang diterbitkan pada tanggal 20 Februari 2025",
            "Alasan perbaikan: Salah kutip capaian.",
            "Realisasi RB\t87%\t88%",
            "BAB III AKUNTABILITAS KINERJA.",
        ];
        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Contains(
            "Versi 2",
            report.Sections[0].Blocks.OfType<Cover>().Single().Edition,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public void A_report_that_nobody_wrote_a_text_for_says_so_under_each_heading()
    {
        var bare = AnnualReportDocument.BuildSection(SampleReport.DataOf(WithText("saran", " "), null), "bab-4");
        Assert.Contains(
            "belum disampaikan",
            string.Join('\n', DocumentText.Of([bare.Blocks[^1]])),
            StringComparison.Ordinal
        );
    }

    private static Sakip.Planning.OfficePlan WithText(string section, string body) => Sample.Plan.With(section, body);
}
