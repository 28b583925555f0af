using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>Bab III to section 3.1: the scale, and each indicator with its data, quarters and charts.</summary>
internal static class AchievementSection
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(1, "AKUNTABILITAS KINERJA", "BAB III", "bab-3");
        foreach (var block in context.Narrative("pengukuran"))
            yield return block;
        yield return Scale(context);
        yield return new Paragraph(
            "Setiap kelas dibaca pada nilai yang belum dibulatkan: sebuah nilai masuk ke kelas yang batas bawahnya "
                + "dilampaui, "
                + "sehingga tidak ada nilai yang jatuh di antara dua kelas. Capaian di atas 100% masuk ke kelas tertinggi.",
            ParagraphStyle.Note
        );
        yield return new Heading(2, $"Capaian Kinerja Tahun {context.Year}", "3.1", "capaian");
        yield return new Paragraph(
            NarrativeBlocks.Inlines(
                "Kinerja {{nama.unit}} pada tahun {{tahun}} dievaluasi melalui pencapaian {{jumlah.indikator}} "
                    + "indikator kinerja "
                    + "yang ditetapkan dalam perjanjian kinerja. Uraian setiap indikator disajikan berikut ini.",
                context.Figures
            )
        );
        yield return Objectives(context);
        var letters = new TableLetters("3.2");
        var figure = 0;
        foreach (var (indicator, index) in context.Evaluation.Indicators.Select((one, i) => (one, i)))
        {
            yield return new Heading(3, indicator.Name, $"3.1.{index + 1}", "indikator-" + indicator.Code);
            yield return Facts(context, indicator);
            foreach (
                var block in context.Narrative(
                    "analisis-" + indicator.Code,
                    () => ComputedTexts.Indicator(context, indicator)
                )
            )
            {
                yield return block;
            }

            foreach (var table in context.Plan.Report.SupportingTables.Where(one => one.Indicator == indicator.Code))
            {
                yield return Supporting(table, letters.Next());
                if (table.Source is { } source)
                    yield return new Paragraph("Sumber: " + source, ParagraphStyle.Note);
            }

            yield return QuarterTable(context, indicator, letters.Next());
            foreach (var chart in IndicatorCharts.Of(context, indicator, figure))
            {
                yield return chart;
                figure++;
            }
        }
    }

    private static Table Scale(ReportContext context) =>
        new(
            [new(8), new(30), new(22), new(22), new(24)],
            [
                Cells.HeadRow(
                    "No.",
                    "Interval Nilai Realisasi Kinerja",
                    "Batas yang Dipakai",
                    "Kriteria Penilaian",
                    "Kode"
                ),
            ],
            [
                .. context
                    .Plan.RatingScale.Bands.OrderByDescending(band => band.Above ?? decimal.MinValue)
                    .Select(
                        (band, index) =>
                            new Row([
                                Cells.Number(index + 1),
                                Cells.Centre(band.Printed),
                                Cells.Centre(
                                    band.Above is { } above ? "> " + IndonesianNumber.Natural(above, 0) : "selebihnya"
                                ),
                                Cells.Centre(band.Label),
                                Cells.Centre(band.ColourName) with
                                {
                                    Shade = Shades.Of(band),
                                },
                            ])
                    ),
            ]
        )
        {
            Caption = new Caption("tabel-3-1", "3.1", "Skala Nilai Peringkat Kinerja"),
        };

    private static Table Objectives(ReportContext context) =>
        new(
            [new(6), new(52), new(14), new(14), new(14)],
            [Cells.HeadRow("No.", "Sasaran Strategis", "Banyaknya Indikator", "Capaian", "Peringkat")],
            [
                .. context.Evaluation.Objectives.Select(
                    (objective, index) =>
                        new Row([
                            Cells.Number(index + 1),
                            new Cell(objective.Statement),
                            Counted(context.Evaluation.Indicators.Count(one => one.Objective == objective.Code)),
                            context.PercentCell(objective.Achievement, "3.3"),
                            Cells.Centre(objective.Band?.Label ?? "-") with
                            {
                                Shade = Shades.Of(objective.Band),
                            },
                        ])
                ),
            ]
        )
        {
            Caption = new Caption("tabel-3-1a", "3.1a", $"Capaian Sasaran Strategis Tahun {context.Year}"),
        };

    private static Cell Counted(int count) => Cells.Value(count, $"{count}");

    private static KeyValueTable Facts(ReportContext context, IndicatorEvaluation indicator)
    {
        var master = context.Master(indicator);
        var owner = context.Changes.Carrier(CarriedKind.Indicator, master.Code, master.SubUnit);
        var rows = new List<KeyValueRow>
        {
            new("Definisi", master.Definition ?? "-"),
            new("Rumus", master.Formula ?? "-"),
        };
        if (indicator.Numerator is { } part && indicator.Denominator is { } whole)
        {
            rows.Add(
                new(
                    "Perhitungan",
                    $"{IndonesianNumber.Natural(part, 0)} ÷ {IndonesianNumber.Natural(whole, 0)}{master.Times()}"
                )
            );
        }

        rows.AddRange([
            new("Target", indicator.TargetText),
            new("Realisasi", indicator.RealisationText),
            new("Capaian", context.Percent(indicator.AchievementShown, "3.3")),
            new("Peringkat", indicator.Band is { } band ? $"{band.Label} ({band.ColourName})" : "-"),
            new("Status", indicator.Status),
            new("Sumber data", master.DataSource ?? "-"),
            new("Penanggung jawab", owner),
        ]);
        return new KeyValueTable(rows);
    }

    private static Table Supporting(SupportingTable table, string number) =>
        new(
            [new(70), new(30)],
            [Cells.HeadRow("Uraian", "Nilai")],
            [
                .. table.Rows.Select(row => new Row(
                    [new Cell(row.Label) { Bold = row.IsTotal }, Cells.Natural(row.Value) with { Bold = row.IsTotal }],
                    row.IsTotal ? RowStyle.Subgroup : RowStyle.Normal
                )),
            ]
        )
        {
            Caption = new Caption(TableLetters.Id(number), number, table.Title),
        };

    private static Table QuarterTable(ReportContext context, IndicatorEvaluation indicator, string number) =>
        new(
            [new(18), new(20), new(20), new(21), new(21)],
            [Cells.HeadRow("Triwulan", "Target", "Realisasi", "Capaian terhadap Target Triwulan", "Peringkat")],
            [
                .. indicator.Quarters.Select(quarter =>
                {
                    var band = context.Plan.RatingScale.Rate(quarter.Achievement.Rated);
                    return new Row([
                        Cells.Centre(ReportContext.Roman(quarter.Quarter)),
                        Cells.Value(quarter.Target, ReportContext.Show(context.Master(indicator), quarter.Target)),
                        Cells.Value(quarter.Realisation, quarter.RealisationText),
                        context.PercentCell(quarter.Achievement.For("3.3", new Rounding(context.Plan.Policy)), "3.3"),
                        Cells.Centre(band?.Label ?? "-") with
                        {
                            Shade = Shades.Of(band),
                        },
                    ]);
                }),
            ]
        )
        {
            Caption = new Caption(
                TableLetters.Id(number),
                number,
                $"Perkembangan {indicator.Name} per Triwulan Tahun {context.Year}"
            ),
        };
}
