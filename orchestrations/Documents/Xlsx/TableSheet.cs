using Sakip.Documents.Pdf.Layout;
using Sakip.Workbooks;

namespace Sakip.Documents.Xlsx;

/// <summary>One table as a sheet: its title, its header rows, its body from there on.</summary>
internal sealed class TableSheet(Table table, string title, string name, Labels labels)
{
    private const int RowsAbove = 2;
    private const double CharactersAcross = 120;

    // A code or an amount that is cut in two is misread; longer words are left to wrap.
    private const int LongestWholeWord = 22;

    private readonly TableGrid _header = new(table.HeaderRows, table.Columns.Count);
    private readonly TableGrid _body = new(table.Rows, table.Columns.Count);
    private readonly Dictionary<string, int> _rowOfKey = table
        .Rows.Index()
        .Where(row => row.Item.Key is not null)
        .DistinctBy(row => row.Item.Key)
        .ToDictionary(row => row.Item.Key!, row => row.Index, StringComparer.Ordinal);

    private int FirstBodyRow => RowsAbove + table.HeaderRows.Count + 1;

    public SheetContent Content() =>
        new(name, Rows())
        {
            Columns = [.. Widths().Select(width => new ColumnContent(width))],
            FrozenRows = RowsAbove + table.HeaderRows.Count,
            RepeatedRows = RowsAbove + table.HeaderRows.Count,
            IsLandscape = table.Columns.Count > 6,
            Merged = [.. Merged(_header, RowsAbove + 1), .. Merged(_body, FirstBodyRow)],
        };

    private IEnumerable<RowContent> Rows()
    {
        yield return new RowContent([CellContent.Text(title, CellStyle.Title with { Size = 12 })]);
        yield return RowContent.Empty;
        for (var row = 0; row < _header.RowCount; row++)
            yield return Row(_header, row, Head);
        for (var row = 0; row < _body.RowCount; row++)
        {
            var number = row;
            yield return Row(_body, row, cell => Body(cell, number));
        }
    }

    private RowContent Row(TableGrid grid, int row, Func<GridCell, CellContent> write)
    {
        var cells = new CellContent?[table.Columns.Count];
        foreach (var placed in grid.Touching(row))
        {
            var written = write(placed);
            for (var i = 0; i < placed.Cell.ColumnSpan; i++)
                cells[placed.Column + i] = i == 0 && placed.Row == row ? written : CellContent.Blank(written.Style);
        }

        return new RowContent(cells);
    }

    private CellContent Head(GridCell cell) => CellContent.Text(Text(cell.Cell), SheetStyles.Head);

    private CellContent Body(GridCell placed, int row)
    {
        var cell = placed.Cell;
        var style = SheetStyles.Of(placed.Style) with
        {
            Align = (cell.Alignment ?? table.Columns[placed.Column].Alignment) switch
            {
                Alignment.Centre => CellAlign.Centre,
                Alignment.Right => CellAlign.Right,
                _ => CellAlign.Natural,
            },
        };
        if (cell.Bold)
            style = style with { Bold = true };
        if (cell.Shade is { } shade)
            style = style with { Fill = shade.Hex, Ink = InkOn(shade) };
        if (cell.Value is not { } value)
            return CellContent.Text(new string(' ', 3 * cell.Indent) + Text(cell), style);
        style = style with { Format = cell.Format };
        return Formula(cell, placed.Column, row) is { } formula
            ? CellContent.Computed(formula, Held(value), style)
            : CellContent.Number(Held(value), style);
    }

    // A quotient has more digits than a spreadsheet's number holds; whole numbers stay as they are.
    private static decimal Held(decimal value) => value.Scale > 0 ? (decimal)(double)value : value;

    private string? Formula(Cell cell, int column, int row) =>
        cell.Formula switch
        {
            SumOfRows sum when sum.RowKeys.All(_rowOfKey.ContainsKey) && sum.RowKeys.Count > 0 => "SUM("
                + string.Join(',', Areas(sum, column))
                + ")",
            PercentOfColumns share => Share(share, row),
            _ => null,
        };

    private string Share(PercentOfColumns share, int row)
    {
        var whole = CellAddress.Of(share.Denominator + 1, FirstBodyRow + row);
        return $"IF({whole}=0,0,{CellAddress.Of(share.Numerator + 1, FirstBodyRow + row)}/{whole}*100)";
    }

    // Consecutive rows are written as one area.
    private IEnumerable<string> Areas(SumOfRows sum, int column)
    {
        var rows = sum.RowKeys.Select(key => FirstBodyRow + _rowOfKey[key]).Order().ToList();
        for (var i = 0; i < rows.Count; )
        {
            var last = i;
            while (last + 1 < rows.Count && rows[last + 1] == rows[last] + 1)
                last++;
            var from = CellAddress.Of(column + 1, rows[i]);
            yield return last == i ? from : $"{from}:{CellAddress.Of(column + 1, rows[last])}";
            i = last + 1;
        }
    }

    private static IEnumerable<string> Merged(TableGrid grid, int firstRow) =>
        grid
            .Cells.Where(cell => cell.RowSpan > 1 || cell.Cell.ColumnSpan > 1)
            .Select(cell =>
                CellAddress.Of(cell.Column + 1, firstRow + cell.Row)
                + ":"
                + CellAddress.Of(cell.Column + cell.Cell.ColumnSpan, firstRow + cell.EndRow - 1)
            );

    private IEnumerable<double> Widths()
    {
        var total = table.Columns.Sum(column => column.Width);
        return table.Columns.Select(
            (column, index) =>
                Math.Max(7, Math.Max(Math.Round(column.Width / total * CharactersAcross, 1), Word(index)))
        );
    }

    /// <summary>What the column's longest unbroken word takes.</summary>
    private double Word(int column) =>
        _body
            .Cells.Where(cell => cell.Column == column && cell.Cell.ColumnSpan == 1)
            .SelectMany(cell => Text(cell.Cell).Split(' ', '\n', '/', '-'))
            .Select(word => word.Length)
            .Where(length => length <= LongestWholeWord)
            .DefaultIfEmpty()
            .Max() * 1.1
        + 1;

    private string Text(Cell cell) =>
        string.Concat(
            cell.Inlines.Select(inline =>
                inline switch
                {
                    TextRun run => run.Text,
                    Field field => field.Text,
                    Link link => link.Text,
                    Reference reference => labels.Number(reference.Id),
                    _ => "\n",
                }
            )
        );

    private static string InkOn(NamedColour shade) =>
        Theme.InkOn(Theme.Opaque(shade.Hex)) == Theme.Ink ? "1A1A1A" : "FFFFFF";
}
