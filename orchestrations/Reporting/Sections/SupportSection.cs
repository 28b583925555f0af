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

    // A programme that supports several indicators has the same rows and figures under each: they are printed under the
    // first, and the others say where.
    private static Table Table(ReportContext context)
    {
        var rows = new List<Row>();
        var printed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var indicator in context.Evaluation.Indicators)
        {
            rows.Add(
                Cells.Group(
                    $"{indicator.Name}: realisasi {indicator.RealisationText}, capaian "
                        + $"{context.Percent(indicator.AchievementShown, "3.3")}",
                    5
                )
            );
            foreach (var programme in Programmes(indicator.Support))
            {
                rows.Add(Row(context, programme[0]));
                if (printed.TryAdd(programme[0].Code, indicator.Name))
                    rows.AddRange(programme.Skip(1).Select(row => Row(context, row)));
                else if (programme.Count > 1)
                    rows.Add(Elsewhere(printed[programme[0].Code]));
            }
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

    private static IEnumerable<List<SupportRow>> Programmes(IEnumerable<SupportRow> support)
    {
        List<SupportRow> programme = [];
        foreach (var row in support)
        {
            if (row.Level == BudgetLevel.Programme && programme.Count > 0)
            {
                yield return programme;
                programme = [];
            }

            programme.Add(row);
        }

        if (programme.Count > 0)
            yield return programme;
    }

    private static Row Elsewhere(string indicator) =>
        new([
            new Cell($"Kegiatan dan sub kegiatannya beserta capaiannya: lihat pada indikator {indicator} di atas.")
            {
                ColumnSpan = 5,
            },
        ]);

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
