using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>Annex 3: what is done for each indicator, by whom, with which money.</summary>
internal static class ActionPlanAnnex
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        yield return new Heading(1, "RENCANA AKSI", "LAMPIRAN 3", "lampiran-3");
        var number = 3;
        var printed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var indicator in context.Evaluation.Indicators)
        {
            yield return Table(context, indicator, number, printed);
            var items = context
                .Plan.ActionPlan.Where(item => item.Indicator == indicator.Code && item.IsDetailed())
                .ToList();
            if (items.Count > 0)
            {
                yield return ActionPlanTables.Promised(context.Plan, items) with
                {
                    Caption = new Caption(
                        $"tabel-l-{number}a",
                        $"L.{number}a",
                        $"Keluaran Rencana Aksi {indicator.Name}"
                    ),
                };
            }

            number++;
        }
    }

    /// <param name="printed">Programme → the table that has its sub-activities; those of this one are added.</param>
    private static Table Table(
        ReportContext context,
        IndicatorEvaluation indicator,
        int number,
        Dictionary<string, int> printed
    )
    {
        var rows = new List<Row> { Targets(context, indicator) };
        foreach (
            var programme in context.Data.Budget.Programmes.Where(one =>
                indicator.Efficiency.Programmes.Contains(one.Code)
            )
        )
        {
            rows.Add(Cells.Group(programme.Name, 6));
            // One that supports several indicators has the same sub-activities for each.
            rows.AddRange(
                printed.TryAdd(programme.Code, number) ? Rows(context, programme) : [Elsewhere(printed[programme.Code])]
            );
        }

        return new Table(
            [new(6), new(29), new(27), new(11), new(13), new(22)],
            [Cells.HeadRow("Kode", "Aksi (Sub Kegiatan)", "Keluaran", "Target", "Anggaran (Rp)", "Penanggung Jawab")],
            rows
        )
        {
            Caption = new Caption($"tabel-l-{number}", $"L.{number}", $"Rencana Aksi {indicator.Name}"),
        };
    }

    private static Row Targets(ReportContext context, IndicatorEvaluation indicator)
    {
        var master = context.Master(indicator);
        var targets = context
            .Data.Agreements[^1]
            .Snapshot.Terms.Targets.FirstOrDefault(one => one.Indicator == indicator.Code);
        var quarters = Quarters.All.Select(quarter =>
            $"{ReportContext.Roman(quarter)} {ReportContext.Show(master, targets?.Quarterly?[(int)quarter - 1])}"
        );
        return new Row(
            [new Cell("Target kumulatif indikator: " + string.Join("; ", quarters)) { ColumnSpan = 6, Bold = true }],
            RowStyle.Subgroup
        );
    }

    private static Row Elsewhere(int table) =>
        new([new Cell($"Sub kegiatannya: lihat Tabel L.{table}.") { ColumnSpan = 6 }]);

    private static IEnumerable<Row> Rows(ReportContext context, Budget.Programme programme) =>
        programme
            .Activities.SelectMany(activity => activity.SubActivities)
            .Select(sub => new Row([
                Cells.Centre(sub.Code),
                new Cell(sub.Name),
                new Cell(sub.Indicator),
                Cells.Centre(
                    sub.OutputTarget is { } output ? $"{IndonesianNumber.Natural(output, 0)} {sub.OutputMeasure}" : "-"
                ),
                Cells.Rupiah(sub.Ceiling),
                new Cell(context.Changes.Carrier(CarriedKind.SubActivity, sub.Code, sub.SubUnit)),
            ]));
}
