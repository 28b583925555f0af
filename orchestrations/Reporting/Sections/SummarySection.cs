using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Figure = Sakip.Documents.Figure;

namespace Sakip.Reporting;

/// <summary>The executive summary: key figures, every indicator's achievement, the spread of ratings, the money.</summary>
internal static class SummarySection
{
    // More bars than this do not fit a page legibly; then the ratings are drawn instead.
    private const int MostBars = 20;

    /// <summary>The bar of an indicator that no band rates.</summary>
    private const string Unrated = "8A96A1";

    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(1, "IKHTISAR EKSEKUTIF", Id: "ikhtisar");
        foreach (var block in context.Narrative("ikhtisar"))
            yield return block;
        yield return KeyFiguresOf(context);
        yield return Achievements(context);
        yield return Chart(context);
        yield return Ratings(context);
        foreach (var block in Money(context))
            yield return block.From(PartSource.Computed);
    }

    private static KeyFigures KeyFiguresOf(ReportContext context)
    {
        var evaluation = context.Evaluation;
        var root = evaluation.Budget;
        var (reached, all) = (evaluation.Indicators.Count(one => one.Achievement.Reached), evaluation.Indicators.Count);
        return new KeyFigures([
            new(
                "Capaian kinerja",
                context.Percent(evaluation.Achievement, "3.3"),
                evaluation.Band?.Label ?? "belum dinilai"
            ),
            new("Indikator yang tercapai", $"{reached} dari {all}", "indikator perjanjian kinerja"),
            new(
                "Serapan anggaran",
                context.Percent(root.Absorption, BudgetTree.Table),
                $"{IndonesianNumber.Rupiah(root.Known)} dari {IndonesianNumber.Rupiah(root.Ceiling)}"
            ),
            new(
                "Pelaksanaan",
                $"{context.Data.Budget.SubActivities().Count()} sub kegiatan",
                $"dalam {context.Data.Budget.Programmes.Count} program dan {context.Data.Budget.Activities().Count()} kegiatan"
            ),
        ]);
    }

    private static Table Achievements(ReportContext context)
    {
        var number = 0;
        var rows = context
            .ByObjective()
            .SelectMany(pair =>
                pair.Indicators.Select(indicator => new Row([
                        Cells.Number(++number),
                        new Cell(indicator.Name),
                        Cells.Centre(indicator.Measure),
                        Cells.Value(indicator.Target?.Value, indicator.TargetText),
                        Cells.Value(indicator.Realisation, indicator.RealisationText),
                        context.PercentCell(indicator.AchievementShown, "3.3") with
                        {
                            Shade = Shades.Of(indicator.Band),
                        },
                        Cells.Centre(indicator.Band?.Label ?? "-"),
                    ]))
                    .Prepend(Cells.Group(pair.Objective.Statement, 7))
            );
        return new Table(
            [new(5), new(38), new(11), new(11), new(12), new(12), new(14)],
            [
                Cells.HeadRow(
                    "No.",
                    "Sasaran Strategis/Indikator Kinerja",
                    "Satuan",
                    "Target",
                    "Realisasi",
                    "Capaian",
                    "Peringkat"
                ),
            ],
            [.. rows]
        )
        {
            Caption = new Caption("tabel-ie-1", "IE.1", $"Capaian Kinerja {context.ShortUnit} Tahun {context.Year}"),
            ColumnNumbers = true,
            SheetName = "Ikhtisar",
        };
    }

    private static Figure Chart(ReportContext context)
    {
        var indicators = context.Evaluation.Indicators;
        var caption = new Caption(
            "gambar-ie-1",
            "IE.1",
            indicators.Count <= MostBars
                ? $"Capaian Setiap Indikator Kinerja Tahun {context.Year}"
                : $"Banyaknya Indikator menurut Peringkat Kinerja Tahun {context.Year}"
        );
        return new Figure(
            caption,
            indicators.Count <= MostBars
                ? new Chart(
                    ChartKind.HorizontalBar,
                    "Capaian setiap indikator dalam persen terhadap target.",
                    [.. indicators.Select(one => one.Name)],
                    [new ChartSeries("Capaian", [.. indicators.Select(one => one.AchievementShown.Rounded)])]
                )
                {
                    Unit = "%",
                    Mark = 100,
                    Colours = [.. indicators.Select(one => Shades.Of(one.Band)?.Hex ?? Unrated)],
                    Labels =
                    [
                        .. indicators.Select(one =>
                            $"{context.Percent(one.AchievementShown, "3.3")} {one.Band?.Label}".TrimEnd()
                        ),
                    ],
                }
                : new Chart(
                    ChartKind.HorizontalBar,
                    "Banyaknya indikator pada setiap peringkat.",
                    [.. context.Evaluation.BandCounts.Select(count => count.Band?.Label ?? "Belum dinilai")],
                    [
                        new ChartSeries(
                            "Indikator",
                            [.. context.Evaluation.BandCounts.Select(count => (decimal?)count.Indicators)]
                        ),
                    ]
                )
        );
    }

    private static Table Ratings(ReportContext context)
    {
        var all = context.Evaluation.Indicators.Count;
        var counts = context
            .Evaluation.BandCounts.Where(count => count.Band is not null || count.Indicators > 0)
            .ToList();
        var rounding = new Rounding(context.Plan.Policy);
        return new Table(
            [new(7), new(33), new(24), new(18), new(18)],
            [Cells.HeadRow("No.", "Peringkat", "Interval Capaian", "Banyaknya Indikator", "Bagian")],
            [
                .. counts.Select(
                    (count, index) =>
                        new Row([
                            Cells.Number(index + 1),
                            new Cell(count.Band is { } band ? $"{band.Label} ({band.ColourName})" : "Belum dinilai")
                            {
                                Shade = Shades.Of(count.Band),
                            },
                            Cells.Centre(count.Band?.Printed ?? "-"),
                            Cells.Value(count.Indicators, $"{count.Indicators}"),
                            context.PercentCell(Computed.Share(count.Indicators, all, rounding, "3.3", "-"), "3.3"),
                        ])
                        {
                            Key = $"peringkat-{index}",
                        }
                ),
                new Row(
                    [
                        new Cell("Jumlah") { ColumnSpan = 3, Bold = true },
                        Cells.Value(all, $"{all}") with
                        {
                            Formula = new SumOfRows([.. counts.Select((_, index) => $"peringkat-{index}")]),
                        },
                        Cells.Centre(all == 0 ? "-" : "100%"),
                    ],
                    RowStyle.Total
                ),
            ]
        )
        {
            Caption = new Caption("tabel-ie-2", "IE.2", "Sebaran Indikator menurut Peringkat Kinerja"),
        };
    }

    private static IEnumerable<Block> Money(ReportContext context)
    {
        var low = AbsorptionSection.Low(context).Count;
        yield return new Paragraph([
            "Rincian pagu dan realisasi menurut program, kegiatan, dan sub kegiatan disajikan pada ",
            new Reference("tabel-3-9"),
            ", sedangkan perkembangannya setiap triwulan pada ",
            new Reference("tabel-3-10"),
            ".",
        ]);
        if (low == 0)
            yield break;
        yield return new Paragraph([
            $"Terdapat {IndonesianNumber.Count(low)} sub kegiatan dengan serapan di bawah "
                + $"{IndonesianNumber.Natural(context.Plan.Policy.LowAbsorption, 0)}%; penjelasannya dimuat pada bagian ",
            new Reference("serapan-rendah"),
            ".",
        ]);
    }
}
