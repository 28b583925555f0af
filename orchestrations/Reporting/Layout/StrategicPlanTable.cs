using System.Globalization;
using Sakip.Documents;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>Goals, objectives and indicators with the target of every known year.</summary>
internal static class StrategicPlanTable
{
    public static Table Build(ReportContext context, Caption caption)
    {
        var indicators = context.Plan.StrategicPlan.Indicators().ToList();
        var years = indicators
            .SelectMany(one =>
                one.History.Select(record => record.Year).Concat(one.Targets.Select(target => target.Year))
            )
            .Distinct()
            .Order()
            .ToList();
        var columns = 2 + years.Count;
        var number = 0;
        var rows = new List<Row>();
        foreach (var goal in context.Plan.StrategicPlan.Goals)
        {
            rows.Add(Cells.Group("Tujuan: " + goal.Statement, columns));
            foreach (var objective in goal.Objectives)
            {
                rows.Add(Cells.Group("Sasaran: " + objective.Statement, columns) with { Style = RowStyle.Subgroup });
                rows.AddRange(
                    objective.Indicators.Select(indicator => new Row([
                        Cells.Number(++number),
                        new Cell(context.Changes.Name(indicator.Code, indicator.Name)),
                        .. years.Select(year => TargetOf(indicator, year)),
                    ]))
                );
            }
        }

        return new Table(
            [new(5), new(35), .. years.Select(_ => new Column(60.0 / years.Count))],
            [
                new Row([
                    Cells.Head("No.", rows: 2),
                    Cells.Head("Tujuan/Sasaran/Indikator", rows: 2),
                    Cells.Head("Target Kinerja pada Tahun", years.Count),
                ]),
                new Row([.. years.Select(year => Cells.Head(year.ToString(CultureInfo.InvariantCulture)))]),
            ],
            rows
        )
        {
            Caption = caption,
            ColumnNumbers = true,
        };
    }

    private static Cell TargetOf(Indicator indicator, int year)
    {
        var value = indicator.Targets.FirstOrDefault(target => target.Year == year) is { } planned
            ? planned.Value
            : indicator.History.FirstOrDefault(record => record.Year == year)?.Target;
        return Cells.Value(value, ReportContext.Show(indicator, value));
    }
}
