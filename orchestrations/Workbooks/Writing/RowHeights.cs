namespace Sakip.Workbooks;

/// <summary>
/// How high each row must be for its wrapped text. Not every program fits rows on opening, none fits merged cells; an
/// estimate is better than text over text.
/// </summary>
internal sealed class RowHeights(SheetContent sheet)
{
    private const double LineHeight = 15;
    private const double HighestRow = 400;

    private readonly Dictionary<(int Row, int Column), Merge> _merges = sheet
        .Merged.Select(Merge.Of)
        .ToDictionary(merge => (merge.Row, merge.Column));
    private readonly List<Debt> _debts = [];
    private int _number;

    /// <summary>The next row's height in points; null where one line is enough.</summary>
    public double? Next(RowContent row)
    {
        _number++;
        var lines = 1;
        for (var i = 0; i < row.Cells.Count && i < sheet.Columns.Count; i++)
        {
            if (row.Cells[i] is not { Style.Wrap: true, Value: string text })
                continue;
            var merge = _merges.GetValueOrDefault((_number, i + 1), new Merge(_number, i + 1, _number, i + 1));
            var needed = Lines(text, Width(merge));
            if (merge.LastRow > _number)
                _debts.Add(new Debt(merge.LastRow, needed));
            else
                lines = Math.Max(lines, needed);
        }

        lines = Math.Max(lines, Owed());
        foreach (var debt in _debts)
            debt.Lines -= lines;
        return lines > 1 ? Math.Min(LineHeight * lines, HighestRow) : null;
    }

    // What a text over several rows needs beyond the rows so far, the last of them has.
    private int Owed()
    {
        var owed = _debts.Where(debt => debt.LastRow == _number).Select(debt => debt.Lines).DefaultIfEmpty().Max();
        _debts.RemoveAll(debt => debt.LastRow == _number);
        return owed;
    }

    private int Width(Merge merge)
    {
        var width = 0d;
        for (var column = merge.Column; column <= merge.LastColumn && column <= sheet.Columns.Count; column++)
            width += sheet.Columns[column - 1].Width;
        return Math.Max(1, (int)(width * 0.95));
    }

    private static int Lines(string text, int width) =>
        text.Length <= width && !text.Contains('\n', StringComparison.Ordinal)
            ? 1
            : text.Split('\n').Sum(paragraph => Wrapped(paragraph, width));

    // As a spreadsheet breaks it: between words, and within a word that is wider than the cell.
    private static int Wrapped(string paragraph, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var word in paragraph.AsSpan().Split(' '))
        {
            var length = word.End.Value - word.Start.Value;
            if (used > 0 && used + 1 + length > width)
                (lines, used) = (lines + 1, 0);
            else if (used > 0)
                used++;
            used += length;
            (lines, used) = (lines + (Math.Max(used, 1) - 1) / width, (Math.Max(used, 1) - 1) % width + 1);
        }

        return lines;
    }

    private sealed record Merge(int Row, int Column, int LastRow, int LastColumn)
    {
        public static Merge Of(string area)
        {
            var (from, to) = (area[..area.IndexOf(':', StringComparison.Ordinal)], area[(area.IndexOf(':') + 1)..]);
            return new Merge(
                CellAddress.RowOf(from),
                CellAddress.ColumnOf(from),
                CellAddress.RowOf(to),
                CellAddress.ColumnOf(to)
            );
        }
    }

    private sealed class Debt(int lastRow, int lines)
    {
        public int LastRow => lastRow;

        public int Lines { get; set; } = lines;
    }
}
