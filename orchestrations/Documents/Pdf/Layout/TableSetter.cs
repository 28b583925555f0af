namespace Sakip.Documents.Pdf.Layout;

/// <summary>Gives a table its column widths, its size of print and its lines.</summary>
internal sealed class TableSetter(LineBreaker breaker, InlineSetter inlines)
{
    public TableFlow Set(Table table, float width)
    {
        var header = new TableGrid([.. table.HeaderRows, .. NumberRow(table)], table.Columns.Count);
        var body = new TableGrid(table.Rows, table.Columns.Count);
        var (widths, size) = Fit(table, header, body, width);
        float[] edges = [0, .. widths.Select((_, i) => widths.Take(i + 1).Sum())];
        var leading = Theme.Leading(size);
        var numbers = table.HeaderRows.Count;
        return TableFlow.Of(
            new TableRows(
                header,
                edges,
                leading,
                (cell, room) =>
                    breaker.Break(
                        Texts(cell, HeaderStyle(cell, size, numbers)),
                        room,
                        Align(cell.Cell.Alignment ?? Alignment.Centre)
                    )
            ),
            new TableRows(body, edges, leading, (cell, room) => SetBodyCell(table, cell, room, size))
        );
    }

    /// <summary>Column widths, and the size of print at which no word is broken; for other writers of the same table.</summary>
    public (IReadOnlyList<float> Widths, float Size) Fit(Table table, float width) =>
        Fit(
            table,
            new TableGrid([.. table.HeaderRows, .. NumberRow(table)], table.Columns.Count),
            new TableGrid(table.Rows, table.Columns.Count),
            width
        );

    private (float[] Widths, float Size) Fit(Table table, TableGrid header, TableGrid body, float width)
    {
        var size = table.Columns.Count >= 9 ? Theme.TableSize - 1 : Theme.TableSize;
        float[]? widths;
        while ((widths = Widths(table, header, body, width, size)) is null && size > Theme.SmallestTableSize)
        {
            size -= 0.5f;
        }

        return (widths ?? Shares(table, width), size);
    }

    private List<TextLine> SetBodyCell(Table table, GridCell cell, float room, float size)
    {
        var indent = cell.Cell.Indent * size;
        var alignment = cell.Cell.Alignment ?? table.Columns[cell.Column].Alignment;
        var lines = breaker.Break(Texts(cell, BodyStyle(cell, size)), room - indent, Align(alignment));
        return [.. lines.Select(line => line.Shift(alignment == Alignment.Left ? indent : 0))];
    }

    // Null when some word would have to be broken at this size.
    private float[]? Widths(Table table, TableGrid header, TableGrid body, float width, float size)
    {
        var shares = Shares(table, width);
        var least = new float[shares.Length];
        foreach (var cell in header.Cells.Concat(body.Cells).Where(c => c.Cell.ColumnSpan == 1))
        {
            var style =
                cell.Style == RowStyle.Normal
                    ? BodyStyle(cell, size)
                    : BodyStyle(cell, size).With(bold: true, italic: false);
            var needed =
                breaker.WidestWord(Texts(cell, style)) + (cell.Cell.Indent * size) + (2 * Theme.CellPadding) + 0.5f;
            least[cell.Column] = Math.Max(least[cell.Column], Math.Min(needed, width * 0.3f));
        }

        var missing = shares.Zip(least, (share, min) => Math.Max(0, min - share)).Sum();
        var slack = shares.Zip(least, (share, min) => Math.Max(0, share - min)).Sum();
        if (missing > slack)
        {
            return null;
        }

        return
        [
            .. shares.Zip(
                least,
                (share, min) => share < min ? min : share - (slack == 0 ? 0 : (share - min) * missing / slack)
            ),
        ];
    }

    private static float[] Shares(Table table, float width)
    {
        var total = table.Columns.Sum(c => c.Width);
        return [.. table.Columns.Select(c => (float)(c.Width / total * width))];
    }

    private IReadOnlyList<StyledText> Texts(GridCell cell, TextStyle style) => inlines.Set(cell.Cell.Inlines, style);

    private static TextStyle HeaderStyle(GridCell cell, float size, int numberRow) =>
        cell.Row == numberRow ? new TextStyle(Face.Italic, size - 1) : new TextStyle(Face.Bold, size);

    private static TextStyle BodyStyle(GridCell cell, float size)
    {
        var ink = cell.Cell.Shade is { } shade ? Theme.InkOn(Theme.Opaque(shade.Hex)) : Theme.Ink;
        return new TextStyle(Face.Regular, size, ink).With(
            cell.Cell.Bold || cell.Style != RowStyle.Normal,
            italic: false
        );
    }

    private static IEnumerable<Row> NumberRow(Table table) =>
        table.ColumnNumbers
            ? [new Row([.. Enumerable.Range(1, table.Columns.Count).Select(n => new Cell($"{n}"))])]
            : [];

    private static LineAlignment Align(Alignment alignment) =>
        alignment switch
        {
            Alignment.Centre => LineAlignment.Centre,
            Alignment.Right => LineAlignment.Right,
            _ => LineAlignment.Left,
        };
}
