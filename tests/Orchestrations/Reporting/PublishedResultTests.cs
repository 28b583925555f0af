using Sakip.Evaluation;
using Sakip.Reporting;

namespace Sakip.Tests.Orchestrations.Reporting;

public class PublishedResultTests
{
    private static readonly YearEvaluation Year = SampleReport.Data.Evaluation;

    private static readonly PublishedResult Whole = PublishedResult.Of(ReportContent.Of(SampleReport.Data))!;

    [Fact]
    public void The_result_says_how_many_indicators_were_reached_and_how_much_was_spent()
    {
        var reached = Year.Indicators.Count(one => one.Achievement.Reached);

        Assert.StartsWith(
            $"{reached} dari {Year.Indicators.Count} indikator kinerja mencapai targetnya. Anggaran yang terpakai "
                + $"{Year.Trace("serapan")!.Text}, yaitu Rp",
            Whole.Words
        );
    }

    [Fact]
    public void Office_objectives_and_ratings_stand_beside_it_and_every_indicator_with_its_printed_figures()
    {
        Assert.Contains(("Capaian kinerja kantor", Year.Trace("capaian")!.Text), Whole.Facts);
        Assert.All(
            Year.Objectives,
            one => Assert.Contains(Whole.Facts, fact => fact.Label.EndsWith(one.Statement, StringComparison.Ordinal))
        );
        Assert.Contains(
            Year.Indicators[0].Band!.Label,
            Whole.Facts.Single(fact => fact.Label == "Peringkat indikator").Value,
            StringComparison.Ordinal
        );
        Assert.Equal(
            Year.Indicators.Select(one => (one.Name, one.TargetText, one.RealisationText)).Order(),
            Whole.Indicators.Select(one => (one.Name, one.Target!, one.Realisation!)).Order()
        );
    }

    [Fact]
    public void What_the_report_prints_as_a_dash_is_not_told()
    {
        var bare = PublishedResult.Of(
            new ReportContent(
                [
                    new("indikator.rb", "Nama indikator", "Indeks"),
                    new("jumlah.tercapai", "Jumlah indikator yang tercapai", "0 (nol)"),
                    new("capaian", "Capaian kinerja organisasi", "-"),
                    new("serapan", "Serapan anggaran", "-"),
                    new("peringkat.rb", "Peringkat", "-"),
                ],
                []
            )
        )!;

        Assert.Equal("0 dari 1 indikator kinerja mencapai targetnya.", bare.Words);
        Assert.Equal([("Peringkat indikator", "Belum dinilai: 1")], bare.Facts);
        Assert.Equal([new IndicatorResult("Indeks", null, null, null, null)], bare.Indicators);
    }

    [Fact]
    public void A_version_without_kept_figures_has_no_result() =>
        Assert.Null(PublishedResult.Of(new ReportContent([], [])));
}
