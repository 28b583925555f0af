using Sakip.Documents;
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
        foreach (var indicator in context.Evaluation.Indicators)
        {
            yield return Table(context, indicator.Code, indicator.Name, number);
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

    private static Table Table(ReportContext context, string indicator, string name, int number)
    {
        var targets = context
            .Data.Agreements[^1]
            .Snapshot.Terms.Targets.FirstOrDefault(one => one.Indicator == indicator);
        var master = context.Plan.StrategicPlan.Indicators().First(one => one.Code == indicator);
        var actions = context
            .Data.Budget.Programmes.Where(programme => programme.Supports.Contains(indicator))
            .ToList();
        return new Table(
            [new(6), new(29), new(27), new(11), new(13), new(22)],
            [Cells.HeadRow("Kode", "Aksi (Sub Kegiatan)", "Keluaran", "Target", "Anggaran (Rp)", "Penanggung Jawab")],
            [
                new Row(
                    [
                        new Cell(
                            "Target kumulatif indikator: "
                                + string.Join(
                                    "; ",
                                    Quarters.All.Select(quarter =>
                                        $"{ReportContext.Roman(quarter)} "
                                        + $"{ReportContext.Show(master, targets?.Quarterly?[(int)quarter - 1])}"
                                    )
                                )
                        )
                        {
                            ColumnSpan = 6,
                            Bold = true,
                        },
                    ],
                    RowStyle.Subgroup
                ),
                .. actions.SelectMany(programme =>
                    programme
                        .Activities.SelectMany(activity => activity.SubActivities)
                        .Select(sub => new Row([
                            Cells.Centre(sub.Code),
                            new Cell(sub.Name),
                            new Cell(sub.Indicator),
                            Cells.Centre(
                                sub.OutputTarget is { } output
                                    ? $"{IndonesianNumber.Natural(output, 0)} {sub.OutputMeasure}"
                                    : "-"
                            ),
                            Cells.Rupiah(sub.Ceiling),
                            new Cell(context.Changes.Carrier(CarriedKind.SubActivity, sub.Code, sub.SubUnit)),
                        ]))
                        .Prepend(Cells.Group(programme.Name, 6))
                ),
            ]
        )
        {
            Caption = new Caption($"tabel-l-{number}", $"L.{number}", $"Rencana Aksi {name}"),
        };
    }
}
