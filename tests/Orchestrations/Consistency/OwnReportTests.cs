using Sakip.Consistency;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Reporting;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>The report that the app itself makes of the sample, read by the rules for printed reports.</summary>
public sealed class OwnReportTests
{
    // The sample's targets lie below last year's results and its overhead is charged to an indicator: that is so.
    private static readonly string[] True = ["K-HT-02", "K-IN-04", "K-IN-04"];

    [Fact]
    public void It_gives_no_false_alarm()
    {
        var printed = PrintedForm.Of(SampleReport.Data);
        var found = ReportChecker.Check(printed);
        Assert.Equal(True, found.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.Empty(ReportChecker.CheckTexts(printed));
        Assert.Empty(
            PrintedReportReader.Read(System.Text.Encoding.UTF8.GetBytes(PrintedReportReader.Write(printed))).Problems
        );
    }

    [Theory]
    [InlineData(
        "Realisasi {{realisasi.rb}} meningkat dibandingkan dengan capaian kinerja tahun sebelumnya.",
        "K-NR-01"
    )]
    [InlineData("Realisasi anggaran tahun 2024 sebesar Rp3.639.196.510 dari pagu.", "K-AG-04")]
    [InlineData("Pada tahun 2024 ditetapkan 2 (dua) sasaran strategis dalam perjanjian kinerja.", "K-DK-04")]
    [InlineData("Serapan anggaran keseluruhan sebesar 79,08%.", "K-HT-01")]
    public void What_somebody_types_into_a_narrative_is_held_against_the_data(string typed, string code)
    {
        var plan = SampleReport.Data.Plan;
        var narratives = plan.Report.Narratives.ToList();
        var at = narratives.FindIndex(narrative => narrative.Section == "anggaran");
        narratives[at] = narratives[at] with { Body = narratives[at].Body + "\n\n" + typed };
        var changed = SampleReport.DataOf(plan with { Report = plan.Report with { Narratives = narratives } }, null);
        Assert.Contains(ReportChecker.CheckTexts(PrintedForm.Of(changed)), finding => finding.Code == code);
    }
}
