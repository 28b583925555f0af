using Sakip.Consistency;
using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>A table with its spans undone: one cell in every column of every row.</summary>
internal static class PrintedTables
{
    public static PrintedTable Of(Table table, Func<Cell, string> text)
    {
        var columns = table.Columns.Count;
        var head = new TableGrid(table.HeaderRows, columns);
        var body = new TableGrid(table.Rows, columns);
        var headings = Enumerable
            .Range(0, columns)
            .Select(column =>
                string.Join(
                    ' ',
                    head.Cells.Where(cell => cell.Column <= column && column < cell.Column + cell.Cell.ColumnSpan)
                        .Select(cell => text(cell.Cell))
                        .Where(words => words.Length > 0)
                        .Distinct()
                )
            )
            .ToList();
        return new PrintedTable(
            [.. headings.Select(heading => new PrintedColumn(heading))],
            [.. table.Rows.Select((row, i) => new PrintedRow(Cells(body, i, columns, text), Level(row)))],
            table.Caption?.Number,
            table.Caption?.Title
        );
    }

    private static string[] Cells(TableGrid grid, int row, int columns, Func<Cell, string> text)
    {
        var cells = new string[columns];
        Array.Fill(cells, "");
        foreach (var cell in grid.Cells.Where(cell => cell.Row == row))
            cells[cell.Column] = text(cell.Cell);
        return cells;
    }

    // Indents tell the levels of a budget; a group's heading and rows without an indent in sight have none.
    private static RowLevel Level(Row row) =>
        row switch
        {
            { Style: RowStyle.Total } => RowLevel.Total,
            { Cells: [_, { Indent: 2 }, ..] } => RowLevel.SubActivity,
            { Cells: [_, { Indent: 1 }, ..] } => RowLevel.Activity,
            { Style: RowStyle.Group or RowStyle.Subgroup, Cells.Count: > 2 } => RowLevel.Programme,
            _ => RowLevel.None,
        };
}
