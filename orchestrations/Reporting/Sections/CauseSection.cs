using Sakip.Documents;
using Sakip.Evaluation;

namespace Sakip.Reporting;

/// <summary>Sections 3.2.5 and 3.2.6: causes with solutions, and efficiency.</summary>
internal static class CauseSection
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(3, "Analisis Penyebab Keberhasilan atau Kegagalan serta Solusi", "3.2.5", "penyebab");
        yield return Causes(context);
        foreach (var indicator in context.Evaluation.Indicators)
        {
            yield return new Heading(4, indicator.Name) { InContents = false };
            foreach (var block in context.Narrative("penyebab-" + indicator.Code))
                yield return block;
            if (Notes(context, indicator) is { } notes)
                yield return notes;
        }

        yield return new Heading(3, "Analisis Efisiensi Penggunaan Sumber Daya", "3.2.6", "efisiensi");
        yield return Efficiencies(context);
        foreach (var block in context.Narrative("efisiensi", () => ComputedTexts.Efficiency(context)))
            yield return block;
    }

    private static Table Causes(ReportContext context) =>
        new(
            [new(5), new(23), new(9), new(10), new(10), new(23), new(20)],
            [
                Cells.HeadRow(
                    "No.",
                    "Sasaran/Indikator Kinerja",
                    "Target",
                    "Realisasi",
                    "Capaian",
                    "Analisis Keberhasilan/Kegagalan",
                    "Solusi yang Dilakukan"
                ),
            ],
            ComparisonSection.Rows(
                context,
                7,
                indicator =>
                {
                    var last = indicator.Notes.LastOrDefault();
                    return
                    [
                        Cells.Value(indicator.Target?.Value, indicator.TargetText),
                        Cells.Value(indicator.Realisation, indicator.RealisationText),
                        context.PercentCell(indicator.AchievementShown, "3.3"),
                        new Cell(Cause(indicator, last)),
                        new Cell(last?.Solution ?? "-"),
                    ];
                }
            )
        )
        {
            Caption = new Caption("tabel-3-6", "3.6", "Analisis Keberhasilan, Kegagalan, dan Solusi"),
            ColumnNumbers = true,
        };

    private static string Cause(IndicatorEvaluation indicator, QuarterNote? note) =>
        string.Join(
            ' ',
            new[]
            {
                indicator.Status + ".",
                note?.Supporting is { } supporting ? "Pendukung: " + supporting : null,
                note?.Hindering is { } hindering ? "Penghambat: " + hindering : null,
            }.OfType<string>()
        );

    private static Table? Notes(ReportContext context, IndicatorEvaluation indicator)
    {
        if (indicator.Notes.Count == 0)
            return null;
        var number = Number(context, indicator);
        return new Table(
            [new(10), new(24), new(22), new(22), new(22)],
            [Cells.HeadRow("Triwulan", "Faktor Pendukung", "Faktor Penghambat", "Solusi", "Tindak Lanjut")],
            [
                .. indicator.Notes.Select(note => new Row([
                    Cells.Centre(ReportContext.Roman(note.Quarter)),
                    new Cell(note.Supporting ?? "-"),
                    new Cell(note.Hindering ?? "-"),
                    new Cell(note.Solution ?? "-"),
                    new Cell(note.FollowUp ?? "-"),
                ])),
            ]
        )
        {
            Caption = new Caption(
                TableLetters.Id(number),
                number,
                $"Faktor dan Tindak Lanjut per Triwulan: {indicator.Name}"
            ),
        };
    }

    private static string Number(ReportContext context, IndicatorEvaluation indicator) =>
        "3.6"
        + TableLetters.Letters(
            1 + context.Evaluation.Indicators.Where(one => one.Notes.Count > 0).ToList().IndexOf(indicator)
        );

    private static Table Efficiencies(ReportContext context) =>
        new(
            [new(5), new(25), new(8), new(9), new(9), new(15), new(15), new(9), new(10)],
            [
                new Row([
                    Cells.Head("No.", rows: 2),
                    Cells.Head("Sasaran/Indikator Kinerja", rows: 2),
                    Cells.Head("Kinerja", 3),
                    Cells.Head("Anggaran", 3),
                    Cells.Head("Tingkat Efisiensi", rows: 2),
                ]),
                Cells.HeadRow("Target", "Realisasi", "Capaian", "Pagu (Rp)", "Realisasi (Rp)", "Capaian"),
            ],
            ComparisonSection.Rows(
                context,
                9,
                indicator =>
                    [
                        Cells.Value(indicator.Target?.Value, indicator.TargetText),
                        Cells.Value(indicator.Realisation, indicator.RealisationText),
                        context.PercentCell(indicator.AchievementShown, "3.3"),
                        Cells.Rupiah(indicator.Efficiency.Ceiling),
                        Cells.Rupiah(indicator.Efficiency.Realisation),
                        context.PercentCell(indicator.Efficiency.Absorption, "3.9", new PercentOfColumns(6, 5)),
                        context.PercentCell(indicator.Efficiency.Efficiency.Value, "3.7"),
                    ]
            )
        )
        {
            Caption = new Caption("tabel-3-7", "3.7", "Perbandingan Pencapaian Kinerja dan Anggaran"),
            ColumnNumbers = true,
        };
}
