using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>What the action plan promises, and how far it has come quarter by quarter.</summary>
internal static class ActionPlanTables
{
    /// <summary>The items of one indicator: output and quantities, months, person, cost and the evidence wanted.</summary>
    public static Table Promised(OfficePlan plan, IReadOnlyList<ActionItem> items)
    {
        var carriers = Carriers.In(plan, Quarters.All[^1]);
        return new Table(
            [new(4), new(22), new(14), new(6), new(6), new(6), new(6), new(9), new(10), new(9), new(8)],
            [
                new Row([
                    Cells.Head("No.", rows: 2),
                    Cells.Head("Rencana Aksi", rows: 2),
                    Cells.Head("Keluaran", rows: 2),
                    Cells.Head("Target Kumulatif", columns: 4),
                    Cells.Head("Jadwal", rows: 2),
                    Cells.Head("Pelaksana", rows: 2),
                    Cells.Head("Anggaran (Rp)", rows: 2),
                    Cells.Head("Bukti", rows: 2),
                ]),
                Cells.HeadRow([.. Quarters.All.Select(ReportContext.Roman)]),
            ],
            [
                .. items.Select(
                    (item, at) =>
                        new Row([
                            Cells.Number(at + 1),
                            new Cell(item.Action),
                            new Cell(item.Output is null ? "Kemajuan" : $"{item.Output} ({item.Measure})"),
                            .. Quarters.All.Select(quarter => Target(item, quarter)),
                            Cells.Centre(Months(item)),
                            new Cell(Carrier(plan, carriers, item)),
                            Cells.Rupiah(item.Cost ?? CeilingOf(plan, item)),
                            new Cell(item.Evidence ?? "-"),
                        ])
                ),
            ]
        );
    }

    /// <summary>Target and progress of every item in the quarters that are locked.</summary>
    public static Table Reached(OfficePlan plan, IReadOnlyList<QuarterlyFigures> quarters) =>
        new(
            [new(32), .. Quarters.All.SelectMany(_ => new Column[] { new(8), new(9) })],
            [
                new Row([
                    Cells.Head("Rencana Aksi", rows: 2),
                    .. Quarters.All.Select(quarter => Cells.Head(ReportContext.Roman(quarter), columns: 2)),
                ]),
                Cells.QuarterHeads("Target", "Capaian"),
            ],
            [
                .. plan.ActionPlan.Select(item => new Row([
                    new Cell(item.Action),
                    .. Quarters.All.SelectMany(quarter =>
                        new[] { Target(item, quarter), Come(item, quarter, quarters) }
                    ),
                ])),
            ]
        )
        {
            SheetName = "Kemajuan",
        };

    private static Cell Target(ActionItem item, Quarter quarter) =>
        item.Quantities is { } quantities
            ? Cells.Natural(quantities[(int)quarter - 1], 0)
            : Percent(item.Quarterly[(int)quarter - 1]);

    private static Cell Come(ActionItem item, Quarter quarter, IReadOnlyList<QuarterlyFigures> quarters)
    {
        var figure = quarters
            .FirstOrDefault(one => one.Quarter == quarter)
            ?.Actions.FirstOrDefault(one => one.Action == item.Code);
        return item.Quantities is null ? Percent(figure?.Progress) : Cells.Natural(figure?.Quantity);
    }

    private static Cell Percent(decimal? value) =>
        Cells.Value(value, value is { } known ? IndonesianNumber.Natural(known, 0) + "%" : "-");

    private static string Months(ActionItem item) =>
        item is not { FirstMonth: { } first, LastMonth: { } last } ? "-"
        : first == last ? IndonesianDate.Month(first)
        : $"{IndonesianDate.Month(first)}–{IndonesianDate.Month(last)}";

    private static string Carrier(OfficePlan plan, Carriers carriers, ActionItem item)
    {
        var subUnit = carriers.Of(item);
        return plan.Posts.FirstOrDefault(post => post.Code == item.Post)?.Name
            ?? plan.SubUnits.FirstOrDefault(one => one.Code == subUnit)?.Name
            ?? subUnit;
    }

    private static decimal? CeilingOf(OfficePlan plan, ActionItem item) =>
        plan.Budget.SubActivities().FirstOrDefault(sub => sub.Code == item.SubActivity)?.Ceiling;
}
