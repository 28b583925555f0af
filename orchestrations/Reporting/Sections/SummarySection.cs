using Sakip.Documents;
using Sakip.Evaluation;

namespace Sakip.Reporting;

internal static class SummarySection
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(1, "IKHTISAR EKSEKUTIF", Id: "ikhtisar");
        foreach (var block in context.Narrative("ikhtisar")) yield return block;
        yield return Achievements(context);
        yield return new Paragraph("Sebaran indikator menurut peringkat kinerja:", ParagraphStyle.Flush)
        {
            KeepWithNext = true,
        };
        yield return new BlockList(ListStyle.Bullet, context.Evaluation.BandCounts.Where(count => count.Indicators > 0)
            .Select(count =>
                $"{count.Band?.Label ?? "Belum diberi peringkat"}: {IndonesianNumber.Count(count.Indicators)} "
                + "indikator"));
    }

    private static Table Achievements(ReportContext context)
    {
        var number = 0;
        var rows = context.ByObjective().SelectMany(pair => pair.Indicators
            .Select(indicator => new Row(
            [
                Cells.Number(++number), new Cell(indicator.Name), Cells.Centre(indicator.Measure),
                Cells.Value(indicator.Target?.Value, indicator.TargetText),
                Cells.Value(indicator.Realisation, indicator.RealisationText),
                context.PercentCell(indicator.AchievementShown, "3.3") with { Shade = Cells.Shade(indicator.Band) },
                Cells.Centre(indicator.Band?.Label ?? "-"),
            ])).Prepend(Cells.Group(pair.Objective.Statement, 7)));
        return new Table(
            [new(5), new(38), new(11), new(11), new(12), new(12), new(14)],
            [Cells.HeadRow("No.", "Sasaran Strategis/Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian",
                "Peringkat")],
            [.. rows])
        {
            ColumnNumbers = true,
            SheetName = "Ikhtisar",
        };
    }
}
