using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>A quarter's results of the whole office, as a document for the head of office and the superior.</summary>
internal static class QuarterlyReportDocument
{
    /// <param name="evaluation">The year as it stands at the quarter's end.</param>
    /// <param name="figures">The quarter's verified figures.</param>
    public static Document Build(
        OfficePlan plan,
        YearEvaluation evaluation,
        QuarterlyFigures figures,
        DateTimeOffset at,
        bool draft = false,
        QuarterSupplement? supplement = null
    )
    {
        var quarter = figures.Quarter;
        var title = $"Laporan Kinerja Triwulan {quarter.Roman()} Tahun {plan.Year}";
        var info = new DocumentInfo($"{title} {plan.Unit.ShortName}", "Laporan triwulan", plan.Unit.Name, at)
        {
            RunningHeader = title,
            FooterNote = draft ? DocumentNotes.Unsigned : null,
            Watermark = draft ? DocumentNotes.Draft : null,
        };
        return new Document(
            info,
            [
                new Section([
                    new Paragraph(title.ToUpperInvariant(), ParagraphStyle.Title),
                    new Paragraph(plan.Unit.Name.ToUpperInvariant(), ParagraphStyle.CentredBold),
                    new Paragraph("A. Capaian Indikator Kinerja", ParagraphStyle.Bold) { KeepWithNext = true },
                    .. QuarterIndicators.Of(plan, evaluation, quarter),
                    new Paragraph("B. Faktor dan Tindak Lanjut", ParagraphStyle.Bold) { KeepWithNext = true },
                    Notes(evaluation, quarter),
                    new Paragraph("C. Realisasi Anggaran", ParagraphStyle.Bold) { KeepWithNext = true },
                    Budget(evaluation, figures),
                    .. QuarterSupplementSections.Of(plan, evaluation, figures, supplement),
                ])
                {
                    Numbering = PageNumbering.ArabicFromOne,
                },
            ]
        );
    }

    private static Table Notes(YearEvaluation evaluation, Quarter quarter) =>
        new(
            [new(28), new(18), new(18), new(18), new(18)],
            [Cells.HeadRow("Indikator Kinerja", "Faktor Pendukung", "Faktor Penghambat", "Solusi", "Tindak Lanjut")],
            [
                .. evaluation.Indicators.SelectMany(indicator =>
                    indicator
                        .Notes.Where(note => note.Quarter == quarter)
                        .Select(note => new Row([
                            new Cell(indicator.Name),
                            new Cell(note.Supporting ?? "-"),
                            new Cell(note.Hindering ?? "-"),
                            new Cell(note.Solution ?? "-"),
                            new Cell(note.FollowUp ?? "-"),
                        ]))
                ),
            ]
        )
        {
            SheetName = "Faktor",
        };

    private static Table Budget(YearEvaluation evaluation, QuarterlyFigures figures)
    {
        var physical = figures.SubActivities.ToLookup(figure => figure.SubActivity);
        return new Table(
            [new(7), new(41), new(16), new(16), new(10), new(10)],
            [
                Cells.HeadRow(
                    "No.",
                    "Program/Kegiatan/Sub Kegiatan",
                    "Anggaran (Rp)",
                    "Realisasi (Rp)",
                    "Serapan",
                    "Fisik"
                ),
            ],
            [
                .. evaluation
                    .Budget.All()
                    .Skip(1)
                    .Append(evaluation.Budget)
                    .Select(node => new Row(
                        [
                            Cells.Centre(node.Number),
                            new Cell(node.Level == BudgetLevel.Office ? "Jumlah" : node.Name)
                            {
                                Indent = SupportSection.Depth(node.Level),
                            },
                            Cells.Rupiah(node.Ceiling),
                            Cells.Rupiah(node.Realisation),
                            Cells.Centre(
                                node.Absorption.Rounded is { } rounded ? IndonesianNumber.Percent(rounded, 2) : "-"
                            ),
                            Percent(physical[node.Code].LastOrDefault()?.PhysicalPercent),
                        ],
                        node.Level switch
                        {
                            BudgetLevel.Office => RowStyle.Total,
                            BudgetLevel.Programme => RowStyle.Group,
                            BudgetLevel.Activity => RowStyle.Subgroup,
                            _ => RowStyle.Normal,
                        }
                    )),
            ]
        )
        {
            SheetName = "Anggaran",
        };
    }

    private static Cell Percent(decimal? value) =>
        Cells.Value(value, value is { } known ? IndonesianNumber.Natural(known, 0) + "%" : "-");
}
