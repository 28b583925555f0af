using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>
/// K-HT-01: a column of computed percentages has one precision; a whole number that is exact may stand bare.
/// </summary>
internal sealed class ColumnPrecision : IPrintedRule
{
    private static readonly ColumnRole[] Computed =
    [
        ColumnRole.Achievement,
        ColumnRole.Absorption,
        ColumnRole.Progress,
        ColumnRole.Efficiency,
    ];

    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from table in facts.Tables
        from role in Computed
        from column in table.Columns(role)
        let cells = table
            .Table.Rows.Select(row => TableView.Cell(row, column.Index))
            .Where(cell => NumberParser.Parse(cell, NumberKind.Percent).Value is not null)
            .ToList()
        where cells.Count > 1
        let usual = cells
            .GroupBy(PrintedNumber.Decimals)
            .OrderByDescending(same => same.Count())
            .ThenByDescending(same => same.Key)
            .First()
            .Key
        let other = cells.Find(cell =>
            PrintedNumber.Decimals(cell) is var own
            && own != usual
            && !(own == 0 && NumberParser.Parse(cell, NumberKind.Percent).Value is 0m or 100m)
        )
        where other is not null
        select new Contradiction(
            "K-HT-01",
            $"Ketelitian dalam kolom \"{column.Column.Heading}\" tidak seragam.",
            [table.Place],
            "Gunakan satu ketelitian dalam satu kolom.",
            other,
            usual.ToString(CultureInfo.InvariantCulture) + " angka di belakang koma"
        );
}
