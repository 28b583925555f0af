using Sakip.Documents;
using Sakip.Evaluation;

namespace Sakip.Reporting;

/// <summary>Section 3.2.7: programmes, activities and sub-activities behind each indicator (Table 3.8).</summary>
internal static class SupportSection
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(
            3,
            "Analisis Program dan Kegiatan yang Menunjang Pencapaian Kinerja",
            "3.2.7",
            "penunjang"
        );
        foreach (var block in context.Narrative("penunjang"))
            yield return block;
        yield return Table(context);
    }

    private static Table Table(ReportContext context)
    {
        var rows = new List<Row>();
        foreach (var indicator in context.Evaluation.Indicators)
        {
            rows.Add(
                Cells.Group(
                    $"{indicator.Name}: realisasi {indicator.RealisationText}, capaian "
                        + $"{context.Percent(indicator.AchievementShown, "3.3")}",
                    5
                )
            );
            rows.AddRange(indicator.Support.Select(row => Row(context, row)));
        }

        return new Table(
            [new(6), new(36), new(34), new(11), new(13)],
            [Cells.HeadRow("No.", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Capaian", "Menunjang/ Tidak")],
            rows
        )
        {
            Caption = new Caption("tabel-3-8", "3.8", "Analisis Keberhasilan dan Kegagalan Program"),
            ColumnNumbers = true,
        };
    }

    private static Row Row(ReportContext context, SupportRow row) =>
        new(
            [
                Cells.Centre(row.Number),
                new Cell(row.Name) { Indent = Depth(row.Level) },
                new Cell(row.Indicator),
                context.PercentCell(row.Achievement, "3.8"),
                Cells.Centre(
                    row.Supports switch
                    {
                        true => "Menunjang",
                        false => "Tidak menunjang",
                        null => "-",
                    }
                ),
            ],
            row.Level == BudgetLevel.Programme ? RowStyle.Subgroup : RowStyle.Normal
        );

    internal static int Depth(BudgetLevel level) =>
        level switch
        {
            BudgetLevel.Activity => 1,
            BudgetLevel.SubActivity => 2,
            _ => 0,
        };
}
