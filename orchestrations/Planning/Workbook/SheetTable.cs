using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>A sheet of a workbook as read: where its columns are, and its rows without the template's examples.</summary>
internal sealed class SheetTable
{
    private const int HeadingsWithin = 10;
    private readonly Dictionary<int, IReadOnlyList<string>> _neighbours = [];
    private readonly Dictionary<int, List<int>> _continued = [];

    private SheetTable(SheetLayout layout, string name) => (Layout, Name) = (layout, name);

    public SheetLayout Layout { get; }

    /// <summary>The name as it stands in the file.</summary>
    public string Name { get; }

    /// <summary>Column in the file of each column of the layout; 0 where it is missing.</summary>
    public int[] Positions { get; private init; } = [];

    /// <summary>For a form: the row of each of its lines; 0 where it is missing.</summary>
    public int[] Lines { get; private init; } = [];

    public List<SheetRow> Rows { get; } = [];

    public int Examples { get; private set; }

    public IReadOnlyList<string> UnknownHeadings { get; private set; } = [];

    public bool HasHeadings => Positions.Any(position => position > 0) || Lines.Any(line => line > 0);

    public static SheetTable Read(SheetLayout layout, string name, IEnumerable<SheetRow> rows)
    {
        using var each = rows.GetEnumerator();
        return layout.IsForm ? Form(layout, name, each) : List(layout, name, each);
    }

    /// <summary>Other texts of the column; one that settles the mark of decimals is enough, two that contradict are kept both.</summary>
    public IReadOnlyList<string> Neighbours(int column)
    {
        if (_neighbours.TryGetValue(column, out var known))
            return known;
        var telling = new Dictionary<string, string>();
        foreach (var row in Rows)
        {
            if (row[column] is not { Kind: CellKind.Text } cell || telling.Count == 2)
                continue;
            // What a bare "1.234" becomes beside the text shows how the text is read.
            if (NumberParser.Parse("1.234", NumberKind.Number, neighbours: [cell.Text]).Value is { } value)
                telling.TryAdd(value.ToString(System.Globalization.CultureInfo.InvariantCulture), cell.Text);
        }

        return _neighbours[column] = [.. telling.Values];
    }

    /// <summary>The cell with what of its text stands in further columns.</summary>
    public SheetCell CellOf(SheetRow row, int column)
    {
        var cell = row[Layout.IsForm ? 2 : Positions[column]];
        return _continued.TryGetValue(column, out var more)
            ? cell with
            {
                Text = cell.Text + string.Concat(more.Select(position => row[position].Text)),
            }
            : cell;
    }

    private void Continue(SheetRow headings)
    {
        for (var i = 0; i < Layout.Columns.Count; i++)
        {
            var more = new List<int>();
            while (Find(headings, LongTexts.Heading(Layout.Columns[i], more.Count + 2)) is > 0 and var position)
                more.Add(position);
            if (more.Count > 0)
                _continued[i] = more;
        }

        UnknownHeadings =
        [
            .. headings
                .Cells.Where(cell =>
                    !Positions.Contains(cell.Column) && !_continued.Values.Any(more => more.Contains(cell.Column))
                )
                .Select(cell => cell.Text.Trim()),
        ];
    }

    private static SheetTable List(SheetLayout layout, string name, IEnumerator<SheetRow> rows)
    {
        var positions = new int[layout.Columns.Count];
        SheetRow? headings = null;
        while (headings is null && rows.MoveNext() && rows.Current.Number <= HeadingsWithin)
        {
            var named = layout.Columns.Select(column => Find(rows.Current, column)).ToArray();
            // One word alone can stand in a title as well; a heading row has several, or the layout's only one.
            if (named.Count(position => position > 0) < Math.Min(2, layout.Columns.Count))
                continue;
            (positions, headings) = (named, rows.Current);
        }

        var table = new SheetTable(layout, name) { Positions = positions };
        if (headings is not null)
            table.Continue(headings);
        while (headings is not null && rows.MoveNext())
        {
            if (table.IsExample(rows.Current))
            {
                table.Examples++;
            }
            else if (
                positions.Any(position => position > 0 && !rows.Current[position].IsEmpty)
                || rows.Current.Cells.Any(cell => cell.IsFormula && positions.Contains(cell.Column))
            )
            {
                table.Rows.Add(rows.Current);
            }
        }

        return table;
    }

    // A form has what is asked in column A and the answer in column B.
    private static SheetTable Form(SheetLayout layout, string name, IEnumerator<SheetRow> rows)
    {
        var (lines, unknown) = (new int[layout.Columns.Count], new List<string>());
        var kept = new List<SheetRow>();
        while (rows.MoveNext())
        {
            var row = rows.Current;
            var asked = row[1].Text;
            var at = layout.Columns.ToList().FindIndex(column => Plain(column.Heading) == Plain(asked));
            if (at >= 0 && lines[at] == 0)
            {
                lines[at] = row.Number;
                kept.Add(row);
            }
            else if (!row[2].IsEmpty && row.Number > SheetLayout.HeadingRow)
            {
                unknown.Add(asked.Trim());
            }
        }

        var table = new SheetTable(layout, name) { Lines = lines, UnknownHeadings = unknown };
        table.Rows.AddRange(kept);
        return table;
    }

    private bool IsExample(SheetRow row) =>
        Layout.Examples.Any(example =>
        {
            for (var i = 0; i < Positions.Length; i++)
            {
                var cell = Positions[i] == 0 ? default : row[Positions[i]];
                var shown = i < example.Count ? example[i] : "";
                if (!Same(Layout.Columns[i], cell, shown))
                    return false;
            }

            return true;
        });

    private static bool Same(SheetColumn column, SheetCell cell, string shown)
    {
        if (cell.IsEmpty || shown.Length == 0)
            return cell.IsEmpty && shown.Length == 0;
        if (column.IsText || cell.Text == shown)
            return cell.Text.Trim() == shown;
        var read = CellReading.Of(column, cell, () => []);
        var meant = CellReading.Of(column, new SheetCell(1, CellKind.Text, shown), () => []);
        return read.Error is null && read.Value?.ToJsonString() == meant.Value?.ToJsonString();
    }

    private static int Find(SheetRow row, SheetColumn column) =>
        Find(row, column.Heading) is > 0 and var position ? position
        : column.FormerHeading is { } former ? Find(row, former)
        : 0;

    private static int Find(SheetRow row, string heading)
    {
        var plain = Plain(heading);
        foreach (var cell in row.Cells)
        {
            if (cell.Kind == CellKind.Text && Plain(cell.Text) == plain)
                return cell.Column;
        }

        return 0;
    }

    /// <summary>Headings and names of sheets are compared by their letters and digits alone.</summary>
    public static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
