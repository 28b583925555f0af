using Sakip.Documents;
using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>Annex 2: the year's measurement by quarter.</summary>
internal static class MeasurementAnnex
{
    public static IEnumerable<Block> Build(ReportContext context) =>
        [
            new Heading(1, "PENGUKURAN KINERJA", "LAMPIRAN 2", "lampiran-2"),
            Indicators(context),
            .. Retired(context),
            Progress(context),
        ];

    // Beside the others and never among them: what was reported until an indicator ended.
    private static IEnumerable<Block> Retired(ReportContext context)
    {
        if (context.Evaluation.Retired is not { } retired)
            yield break;
        yield return new Table(
            [new(4), new(36), .. Enumerable.Repeat(new Column(13), 4), new(8)],
            [
                Cells.HeadRow([
                    "No.",
                    "Indikator yang dihentikan",
                    .. Quarters.All.Select(quarter => "Realisasi " + ReportContext.Roman(quarter)),
                    "Target",
                ]),
            ],
            [
                .. retired.Select(
                    (indicator, index) =>
                        new Row([
                            Cells.Number(index + 1),
                            new Cell(context.Changes.Name(indicator.Code, indicator.Name)),
                            .. Quarters.All.Select(quarter =>
                                indicator.Quarters.FirstOrDefault(one => one.Quarter == quarter) is { } reported
                                    ? Cells.Value(reported.Realisation, reported.RealisationText)
                                    : Cells.Centre("-")
                            ),
                            Cells.Value(indicator.Target?.Value, indicator.TargetText),
                        ])
                ),
            ]
        )
        {
            Caption = new Caption(
                "tabel-l-1a",
                "L.1a",
                $"Indikator yang Dihentikan dalam Tahun {context.Year}, sampai Triwulan Terakhirnya"
            ),
        };
    }

    private static Table Indicators(ReportContext context) =>
        new(
            [new(4), new(28), .. Enumerable.Repeat(new Column(6.5), 8), new(8), new(8)],
            [
                new Row([
                    Cells.Head("No.", rows: 2),
                    Cells.Head("Sasaran/Indikator Kinerja", rows: 2),
                    .. Quarters.All.Select(quarter => Cells.Head(ReportContext.Roman(quarter), 2)),
                    Cells.Head("Target Tahun", rows: 2),
                    Cells.Head("Capaian", rows: 2),
                ]),
                Cells.QuarterHeads("Target", "Realisasi"),
            ],
            ComparisonSection.Rows(
                context,
                12,
                indicator =>
                    [
                        .. indicator.Quarters.SelectMany(quarter =>
                            new[]
                            {
                                Cells.Value(
                                    quarter.Target,
                                    ReportContext.Show(context.Master(indicator), quarter.Target)
                                ),
                                Cells.Value(quarter.Realisation, quarter.RealisationText),
                            }
                        ),
                        Cells.Value(indicator.Target?.Value, indicator.TargetText),
                        context.PercentCell(indicator.AchievementShown, "3.3"),
                    ]
            )
        )
        {
            Caption = new Caption(
                "tabel-l-1",
                "L.1",
                $"Pengukuran Indikator Kinerja per Triwulan Tahun {context.Year}"
            ),
            ColumnNumbers = true,
        };

    private static Table Progress(ReportContext context)
    {
        var figures = context.Data.Quarters.ToDictionary(
            quarter => quarter.Quarter,
            quarter => quarter.SubActivities.ToLookup(figure => figure.SubActivity)
        );
        return new Table(
            [new(6), new(34), .. Enumerable.Repeat(new Column(7.5), 8)],
            [
                new Row([
                    Cells.Head("Kode", rows: 2),
                    Cells.Head("Sub Kegiatan", rows: 2),
                    .. Quarters.All.Select(quarter => Cells.Head(ReportContext.Roman(quarter), 2)),
                ]),
                Cells.QuarterHeads("Keluaran", "Fisik (%)"),
            ],
            [
                .. context.Data.Budget.Programmes.SelectMany(programme =>
                    programme
                        .Activities.SelectMany(activity => activity.SubActivities)
                        .Select(sub => new Row([
                            Cells.Centre(sub.Code),
                            new Cell(sub.Name),
                            .. Quarters.All.SelectMany(quarter =>
                            {
                                var figure = figures.TryGetValue(quarter, out var known)
                                    ? known[sub.Code].LastOrDefault()
                                    : null;
                                return new[] { Cells.Natural(figure?.Output), Cells.Natural(figure?.PhysicalPercent) };
                            }),
                        ]))
                        .Prepend(Cells.Group(programme.Name, 10))
                ),
            ]
        )
        {
            Caption = new Caption(
                "tabel-l-2",
                "L.2",
                $"Keluaran dan Kemajuan Fisik Sub Kegiatan per Triwulan Tahun {context.Year}"
            ),
        };
    }
}
