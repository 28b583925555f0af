using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Planning;
using Figure = Sakip.Documents.Figure;

namespace Sakip.Tests.Orchestrations.Reporting;

public class QuarterlyReportDocumentTests
{
    [Fact]
    public void A_quarter_shows_its_values_and_what_is_spent_by_its_end()
    {
        var text = SampleReport.TextOf(Report(Quarter.Q4));
        Assert.Contains("LAPORAN KINERJA TRIWULAN IV TAHUN 2024", text, StringComparison.Ordinal);
        Assert.Contains("2.940.235.465", text, StringComparison.Ordinal);
        Assert.Contains("80,79%", text, StringComparison.Ordinal);
        Assert.Contains("Pendampingan tahun berikutnya", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_stands_against_the_quarters_target_with_its_rating_in_the_scales_colour()
    {
        var table = Blocks(Report(Quarter.Q1)).OfType<Table>().First();
        var row = table.Rows[0];

        Assert.Equal("80%", Text(row.Cells[2]));
        Assert.Equal("80%", Text(row.Cells[3]));
        Assert.StartsWith("100", Text(row.Cells[4]), StringComparison.Ordinal);
        var best = Sample.Plan.RatingScale.Bands.MaxBy(band => band.Above)!;
        Assert.Equal(best.Label, Text(row.Cells[5]));
        Assert.Equal(best.Colour.TrimStart('#'), row.Cells[5].Shade!.Hex);
        Assert.Equal("87%", Text(row.Cells[6]));
        Assert.StartsWith("9", Text(row.Cells[7]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_holds_the_achievements_against_100_percent()
    {
        var chart = (Chart)Blocks(Report(Quarter.Q2)).OfType<Figure>().Single().Drawing;

        Assert.Equal(100, chart.Mark);
        Assert.Equal(Sample.Plan.StrategicPlan.Indicators().Count(), chart.Categories.Count);
    }

    private static Document Report(Quarter quarter) =>
        QuarterlyReportDocument.Build(
            Sample.Plan,
            QuarterEvaluator.Evaluate(
                new EvaluationInput(Sample.Plan, SampleReport.Revised.Terms, Sample.Revision.Budget, Sample.Quarters),
                quarter
            ),
            Sample.Quarters[(int)quarter - 1],
            SampleReport.At
        );

    private static IEnumerable<Block> Blocks(Document document) =>
        document.Sections.SelectMany(section => section.Blocks);

    private static string Text(Cell cell) => string.Concat(cell.Inlines.OfType<TextRun>().Select(run => run.Text));
}
