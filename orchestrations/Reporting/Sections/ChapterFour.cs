using Sakip.Documents;
using Sakip.Evaluation;

namespace Sakip.Reporting;

internal static class ChapterFour
{
    public static IEnumerable<Block> Build(ReportContext context) =>
        [
            new Heading(1, "PENUTUP", "BAB IV", "bab-4"),
            new Heading(2, "Tinjauan Umum", "4.1"),
            .. context.Narrative("tinjauan-umum", () => ComputedTexts.Budget(context)),
            new Heading(2, "Kendala dan Upaya Perbaikan", "4.2"),
            .. context.Narrative("kendala"),
            .. FollowUps(context),
            new Heading(2, "Saran dan Langkah ke Depan", "4.3"),
            .. context.Told("saran"),
        ];

    /// <summary>What the sub-units said they would do next, as one list that can be followed up.</summary>
    private static IEnumerable<Block> FollowUps(ReportContext context)
    {
        var rows = context
            .Evaluation.Indicators.SelectMany(indicator =>
                indicator
                    .Notes.Where(note => !string.IsNullOrWhiteSpace(note.FollowUp))
                    .TakeLast(1)
                    .Select(note => (Object: indicator.Name, What: note.FollowUp!, note.SubUnit))
            )
            .Concat(
                AbsorptionSection
                    .Low(context)
                    .Select(node =>
                        (
                            Object: node.Name,
                            What: $"Perencanaan dan jadwal pelaksanaan disusun kembali agar serapan ({context.Percent(node.Absorption, BudgetTree.Table)}) "
                                + "mengikuti capaian keluarannya.",
                            SubUnit: context.Data.Budget.SubActivities().First(sub => sub.Code == node.Code).SubUnit
                        )
                    )
            )
            .ToList();
        if (rows.Count == 0)
            yield break;
        yield return new Paragraph(["Tindak lanjut yang direncanakan disajikan pada ", new Reference("tabel-4-1"), "."])
        {
            KeepWithNext = true,
        };
        yield return new Table(
            [new(6), new(31), new(35), new(28)],
            [Cells.HeadRow("No.", "Indikator/Sub Kegiatan", "Tindak Lanjut", "Penanggung Jawab")],
            [
                .. rows.Select(
                    (row, index) =>
                        new Row([
                            Cells.Number(index + 1),
                            new Cell(row.Object),
                            new Cell(row.What),
                            new Cell(context.Directory.SubUnit(row.SubUnit)?.Name ?? row.SubUnit),
                        ])
                ),
            ]
        )
        {
            Caption = new Caption("tabel-4-1", "4.1", $"Rencana Tindak Lanjut Tahun {context.Year + 1}"),
        };
    }
}
