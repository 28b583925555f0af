using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Figure = Sakip.Documents.Figure;

namespace Sakip.Reporting;

/// <summary>What each indicator reached by a quarter's end, against the quarter's target and the year's.</summary>
internal static class QuarterIndicators
{
    private const string Decimals = "3.3";
    private const int MostBars = 20;

    public static IEnumerable<Block> Of(OfficePlan plan, YearEvaluation evaluation, Quarter quarter)
    {
        var lines = Lines(plan, evaluation, quarter);
        yield return Table(lines, new Rounding(plan.Policy));
        if (lines.Count <= MostBars && lines.Any(line => line.Achievement.Rounded is not null))
            yield return Chart(lines, quarter);
    }

    private static List<Line> Lines(OfficePlan plan, YearEvaluation evaluation, Quarter quarter)
    {
        var rounding = new Rounding(plan.Policy);
        var masters = plan.StrategicPlan.Indicators().ToDictionary(one => one.Code, StringComparer.Ordinal);
        return
        [
            .. evaluation.Indicators.Select(indicator =>
            {
                var result = indicator.Quarters.FirstOrDefault(one => one.Quarter == quarter);
                return new Line(
                    indicator,
                    result,
                    result?.Target is { } target && masters.TryGetValue(indicator.Code, out var master)
                        ? IndicatorEvaluator.Show(master, target)
                        : "-",
                    result?.Achievement.For(Decimals, rounding)
                        ?? Computed.Missing(ValueState.NotReported, "Realisasi belum dilaporkan."),
                    plan.RatingScale.Rate(result?.Achievement.Rated)
                );
            }),
        ];
    }

    private static Table Table(IReadOnlyList<Line> lines, Rounding rounding) =>
        new(
            [new(6), new(30), new(11), new(12), new(12), new(15), new(11), new(13)],
            [
                Cells.HeadRow(
                    "No.",
                    "Indikator Kinerja",
                    "Target Triwulan",
                    "Realisasi",
                    "Capaian",
                    "Peringkat",
                    "Target Tahun",
                    "Capaian thd. Tahun"
                ),
            ],
            [
                .. lines.Select(
                    (line, index) =>
                        new Row([
                            Cells.Number(index + 1),
                            new Cell(line.Indicator.Name),
                            Cells.Value(line.Result?.Target, line.Target),
                            Cells.Value(line.Result?.Realisation, line.Result?.RealisationText ?? "-"),
                            Percent(line.Achievement, rounding),
                            Cells.Centre(line.Band?.Label ?? "-") with
                            {
                                Shade = Shades.Of(line.Band),
                            },
                            Cells.Value(line.Indicator.Target?.Value, line.Indicator.TargetText),
                            Percent(line.Indicator.AchievementShown, rounding),
                        ])
                ),
            ]
        )
        {
            SheetName = "Indikator",
        };

    private static Cell Percent(Computed value, Rounding rounding) =>
        Cells.Value(
            value.Rounded,
            value.Rounded is { } rounded ? IndonesianNumber.Percent(rounded, rounding.Decimals(Decimals)) : "-"
        );

    private static Figure Chart(IReadOnlyList<Line> lines, Quarter quarter) =>
        new(
            new Caption("gambar-1", "1", $"Capaian Indikator terhadap Target Triwulan {quarter.Roman()}"),
            new Chart(
                ChartKind.HorizontalBar,
                "Capaian setiap indikator dalam persen terhadap target triwulan; garis putus-putus menandai 100%.",
                [.. lines.Select(line => line.Indicator.Name)],
                [new ChartSeries("Capaian", [.. lines.Select(line => line.Achievement.Rounded)])]
            )
            {
                Unit = "%",
                Mark = 100,
                Labels =
                [
                    .. lines.Select(line =>
                        line.Achievement.Rounded is { } rounded
                            ? $"{IndonesianNumber.Natural(rounded, 0)}% {line.Band?.Label}".TrimEnd()
                            : ""
                    ),
                ],
            }
        );

    /// <param name="Target">The quarter's target as printed.</param>
    private sealed record Line(
        IndicatorEvaluation Indicator,
        QuarterResult? Result,
        string Target,
        Computed Achievement,
        RatingBand? Band
    );
}
