using System.Globalization;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>Sections 3.2.1 to 3.2.4: against last year, earlier years, the plan's end and a benchmark.</summary>
internal static class ComparisonSection
{
    public static IEnumerable<Block> Build(ReportContext context) =>
        [
            new Heading(2, "Evaluasi Tingkat Capaian Kinerja", "3.2", "evaluasi"),
            new Paragraph(
                $"Sasaran strategis dalam perjanjian kinerja tahun {context.Year} merupakan bagian dari kinerja tahun ke-"
                    + $"{context.Year - context.Plan.StrategicPlan.StartYear + 1} periode Rencana Strategis {context.Period}. "
                    + "Evaluasi tingkat pencapaiannya dilakukan dengan cara berikut."
            ),
            new Heading(3, $"Perbandingan Target dan Realisasi Tahun {context.Year - 1} dan {context.Year}", "3.2.1"),
            LastYear(context),
            .. context.Narrative("banding-lalu", () => ComputedTexts.LastYear(context)),
            new Heading(3, "Perbandingan dengan Beberapa Tahun Sebelumnya", "3.2.2"),
            SeveralYears(context),
            .. context.Narrative("banding-tahun", () => ComputedTexts.SeveralYears(context)),
            new Heading(3, "Perbandingan Realisasi dengan Target Akhir Rencana Strategis", "3.2.3"),
            Progress(context),
            .. context.Narrative("banding-renstra", () => ComputedTexts.Progress(context)),
            new Heading(3, "Perbandingan dengan Standar Nasional", "3.2.4"),
            .. context.Narrative("banding-nasional"),
            Benchmarks(context),
        ];

    /// <summary>Rows grouped by objective; each indicator's own cells after its number and name.</summary>
    internal static List<Row> Rows(
        ReportContext context,
        int columns,
        Func<IndicatorEvaluation, IEnumerable<Cell>> cells
    )
    {
        var number = 0;
        return
        [
            .. context
                .ByObjective()
                .SelectMany(pair =>
                    pair.Indicators.Select(indicator => new Row([
                            Cells.Number(++number),
                            new Cell(indicator.Name),
                            .. cells(indicator),
                        ]))
                        .Prepend(Cells.Group(pair.Objective.Statement, columns))
                ),
        ];
    }

    private static Table LastYear(ReportContext context) =>
        new(
            [new(5), new(35), .. Enumerable.Repeat(new Column(10), 6)],
            [
                new Row([
                    Cells.Head("No.", rows: 2),
                    Cells.Head("Sasaran/Indikator Kinerja", rows: 2),
                    Cells.Head(Year(context.Year - 1), 3),
                    Cells.Head(Year(context.Year), 3),
                ]),
                Cells.HeadRow("Target", "Realisasi", "Capaian", "Target", "Realisasi", "Capaian"),
            ],
            Rows(
                context,
                8,
                indicator =>
                {
                    var before = indicator.LastYear?.Before;
                    return
                    [
                        Cells.Value(before?.Target, before?.TargetText ?? "-"),
                        Cells.Value(before?.Realisation, before?.RealisationText ?? "-"),
                        before is null ? Cells.Centre("-") : context.PercentCell(before.Achievement, "3.3"),
                        Cells.Value(indicator.Target?.Value, indicator.TargetText),
                        Cells.Value(indicator.Realisation, indicator.RealisationText),
                        context.PercentCell(indicator.AchievementShown, "3.3"),
                    ];
                }
            )
        )
        {
            Caption = new Caption(
                "tabel-3-3",
                "3.3",
                $"Perbandingan Capaian Kinerja Tahun {context.Year - 1}–{context.Year}"
            ),
            ColumnNumbers = true,
        };

    private static Table SeveralYears(ReportContext context)
    {
        var years = context
            .Evaluation.Indicators.SelectMany(one => one.Years.Select(year => year.Year))
            .Distinct()
            .Order()
            .ToList();
        return new Table(
            [new(5), new(27), .. Enumerable.Repeat(new Column(68.0 / (2 * years.Count)), 2 * years.Count)],
            [
                new Row([
                    Cells.Head("No.", rows: 2),
                    Cells.Head("Sasaran/Indikator Kinerja", rows: 2),
                    Cells.Head("Target", years.Count),
                    Cells.Head("Realisasi", years.Count),
                ]),
                Cells.HeadRow([.. years.Concat(years).Select(Year)]),
            ],
            Rows(
                context,
                2 + 2 * years.Count,
                indicator =>
                    [
                        .. years.Select(year =>
                            Of(indicator, year) is { } one ? Cells.Value(one.Target, one.TargetText) : Cells.Centre("-")
                        ),
                        .. years.Select(year =>
                            Of(indicator, year) is { } one
                                ? Cells.Value(one.Realisation, one.RealisationText)
                                : Cells.Centre("-")
                        ),
                    ]
            )
        )
        {
            Caption = new Caption("tabel-3-4", "3.4", $"Perbandingan Capaian Kinerja Tahun {years[0]}–{years[^1]}"),
            ColumnNumbers = true,
        };

        static YearResult? Of(IndicatorEvaluation indicator, int year) =>
            indicator.Years.FirstOrDefault(one => one.Year == year);
    }

    private static Table Progress(ReportContext context) =>
        new(
            [new(5), new(37), new(14), new(18), new(14), new(12)],
            [
                Cells.HeadRow(
                    "No.",
                    "Sasaran/Indikator Kinerja",
                    $"Realisasi {context.Year}",
                    $"Target Akhir Renstra ({context.Plan.StrategicPlan.EndYear})",
                    "Tingkat Kemajuan",
                    "Ket."
                ),
            ],
            Rows(
                context,
                6,
                indicator =>
                    [
                        Cells.Value(indicator.Realisation, indicator.RealisationText),
                        Cells.Value(indicator.Progress.Target?.Value, indicator.Progress.TargetText),
                        context.PercentCell(indicator.Progress.Progress, "3.5"),
                        Cells.Centre(indicator.Progress.Progress.Note ?? "-"),
                    ]
            )
        )
        {
            Caption = new Caption(
                "tabel-3-5",
                "3.5",
                $"Perbandingan Realisasi Kinerja Tahun {context.Year} dengan Target Akhir Renstra {context.Period}"
            ),
            ColumnNumbers = true,
        };

    private static Table Benchmarks(ReportContext context) =>
        new(
            [new(5), new(25), new(11), new(12), new(9), new(38)],
            [
                Cells.HeadRow(
                    "No.",
                    "Sasaran/Indikator Kinerja",
                    $"Realisasi {context.Year}",
                    "Pembanding",
                    "Selisih",
                    "Keterangan"
                ),
            ],
            Rows(
                context,
                6,
                indicator =>
                    [
                        Cells.Value(indicator.Realisation, indicator.RealisationText),
                        Cells.Value(indicator.Benchmark.Benchmark?.Value, indicator.Benchmark.BenchmarkText),
                        Cells.Value(
                            indicator.Benchmark.Difference.Exact,
                            indicator.Benchmark.Difference.Exact is { } difference
                                ? IndonesianNumber.Natural(difference, 0)
                                : "-"
                        ),
                        new Cell(
                            indicator.Benchmark.Benchmark is { } benchmark
                                ? $"{benchmark.Scope}, {benchmark.Source} ({benchmark.Year})"
                                : "Tidak ada pembanding. " + indicator.Benchmark.NoneReason
                        ),
                    ]
            )
        )
        {
            Caption = new Caption("tabel-3-5a", "3.5a", $"Perbandingan dengan Standar Nasional Tahun {context.Year}"),
            ColumnNumbers = true,
        };

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
