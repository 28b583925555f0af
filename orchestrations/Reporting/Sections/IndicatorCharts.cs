using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Planning;
using Figure = Sakip.Documents.Figure;

namespace Sakip.Reporting;

/// <summary>An indicator's target and realisation by year and by quarter, drawn. What is told in words has no chart.</summary>
internal static class IndicatorCharts
{
    /// <param name="before">Number of the last figure before them.</param>
    public static IEnumerable<Figure> Of(ReportContext context, IndicatorEvaluation indicator, int before)
    {
        var unit = context.Master(indicator).Kind == ValueKind.Percent ? "%" : indicator.Measure;
        return Charts(context, indicator)
            .Select(
                (one, index) => new Figure(Numbered(before + index + 1, one.Title), one.Chart with { Unit = unit })
            );
    }

    /// <summary>How many all indicators have; the chapter's later figures are numbered after them.</summary>
    public static int Count(ReportContext context) =>
        context.Evaluation.Indicators.Sum(indicator => Charts(context, indicator).Count());

    /// <summary>A caption of the third chapter.</summary>
    public static Caption Numbered(int number, string title) => new($"gambar-3-{number}", $"3.{number}", title);

    private static IEnumerable<(string Title, Chart Chart)> Charts(ReportContext context, IndicatorEvaluation indicator)
    {
        var first = indicator.Years[0].Year;
        var years = first == context.Year ? $"{first}" : $"{first}–{context.Year}";
        (string Title, Chart Chart)[] both =
        [
            ($"Target dan Realisasi {indicator.Name} {years}", ByYear(indicator)),
            ($"Perkembangan {indicator.Name} per Triwulan {context.Year}", ByQuarter(indicator)),
        ];
        return both.Where(one => one.Chart.Series.Any(series => series.Values.Any(value => value is not null)));
    }

    private static Chart ByYear(IndicatorEvaluation indicator) =>
        new(
            ChartKind.GroupedBar,
            $"Target dan realisasi {indicator.Name} menurut tahun.",
            [.. indicator.Years.Select(year => $"{year.Year}")],
            [
                new ChartSeries("Target", [.. indicator.Years.Select(year => year.Target)]),
                new ChartSeries("Realisasi", [.. indicator.Years.Select(year => year.Realisation)]),
            ]
        );

    private static Chart ByQuarter(IndicatorEvaluation indicator) =>
        new(
            ChartKind.Line,
            $"Target dan realisasi {indicator.Name} menurut triwulan.",
            [.. indicator.Quarters.Select(quarter => ReportContext.Roman(quarter.Quarter))],
            [
                new ChartSeries("Target", [.. indicator.Quarters.Select(quarter => quarter.Target)]),
                new ChartSeries("Realisasi", [.. indicator.Quarters.Select(quarter => quarter.Realisation)]),
            ]
        );
}
