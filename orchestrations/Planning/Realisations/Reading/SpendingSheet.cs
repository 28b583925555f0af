using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Cells that were merged into one: what they say stands in the first.</summary>
internal readonly record struct CellArea(int Top, int Left, int Bottom, int Right)
{
    /// <summary>The area of "A2:C3"; null where the text is none.</summary>
    public static CellArea? Of(string text)
    {
        var ends = text.Split(':');
        return
            ends.Length == 2
            && At(ends[0]) is var (top, left)
            && At(ends[1]) is var (bottom, right)
            && top > 0
            && bottom >= top
            && left > 0
            && right >= left
            ? new CellArea(top, left, bottom, right)
            : null;
    }

    private static (int Row, int Column)? At(string address) =>
        int.TryParse(
            address.AsSpan(address.TakeWhile(char.IsAsciiLetter).Count()),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var row
        )
            ? (row, CellAddress.ColumnOf(address))
            : null;
}

/// <summary>One table of a file: a sheet, a CSV file or a table of a HTML page.</summary>
internal sealed class SpendingSheet(string name, IReadOnlyList<SheetRow> rows, IReadOnlyList<CellArea> areas)
{
    private const int MostCovered = 250_000;
    private readonly Dictionary<int, SheetRow> _rows = rows.DistinctBy(row => row.Number)
        .ToDictionary(row => row.Number);
    private readonly Dictionary<(int Row, int Column), (int Row, int Column)> _covered = Cover(areas);

    public string Name => name;

    public IReadOnlyList<SheetRow> Rows => rows;

    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    public int LastColumn { get; } =
        rows.Select(row => row.Cells.Count == 0 ? 0 : row.Cells[^1].Column).Append(0).Max();

    /// <summary>The cell, or the one that it was merged into.</summary>
    public SheetCell this[int row, int column] =>
        _covered.TryGetValue((row, column), out var first) ? Own(first.Row, first.Column) : Own(row, column);

    public SheetCell Own(int row, int column) =>
        _rows.TryGetValue(row, out var found) ? found[column] : new SheetCell(column, CellKind.Empty, "");

    /// <summary>The rows above one, as a sheet of their own.</summary>
    public SpendingSheet Above(int row) =>
        new(name, [.. rows.Where(one => one.Number < row)], areas) { HiddenColumns = HiddenColumns };

    /// <summary>The cell; where the currency has one of its own, the amount stands in the next.</summary>
    public SheetCell Money(int row, int column)
    {
        var own = Own(row, column);
        return own.Kind == CellKind.Text && own.Text.Trim().TrimEnd('.').ToUpperInvariant() is "RP" or "IDR"
            ? Own(row, column + 1)
            : own;
    }

    /// <summary>What the cell says, on one line.</summary>
    public string Text(int row, int column) => OneLine(this[row, column].Text);

    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<(int Row, int Column), (int Row, int Column)> Cover(IReadOnlyList<CellArea> areas)
    {
        var covered = new Dictionary<(int Row, int Column), (int Row, int Column)>();
        foreach (var area in areas)
        {
            for (var row = area.Top; row <= area.Bottom; row++)
            {
                for (var column = area.Left; column <= area.Right; column++)
                {
                    if (covered.Count == MostCovered)
                        return covered;
                    covered[(row, column)] = (area.Top, area.Left);
                }
            }
        }

        return covered;
    }
}
