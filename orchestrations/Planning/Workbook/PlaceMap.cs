using System.Text.RegularExpressions;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Which cell of a workbook became which part of the plan, so that an error by path is shown where it stands.</summary>
internal sealed partial class PlaceMap
{
    private readonly Dictionary<string, (SheetTable Table, int Row)> _rows = [];
    private readonly Dictionary<string, CellPlace> _cells = [];
    private readonly Dictionary<string, string> _lists = [];

    public void Row(string path, SheetTable table, int row) => _rows.TryAdd(path, (table, row));

    public void Cell(string path, CellPlace place) => _cells.TryAdd(path, place);

    /// <summary>The sheet of a whole list.</summary>
    public void List(string path, string sheet) => _lists.TryAdd(path, sheet);

    public static CellPlace Of(SheetTable table, int row, int column) =>
        table.Layout.IsForm
            ? new CellPlace(table.Name, row, "B", table.Layout.Columns[column].Heading)
            : new CellPlace(
                table.Name,
                row,
                table.Positions[column] == 0 ? null : CellAddress.Letters(table.Positions[column]),
                table.Layout.Columns[column].Heading
            );

    /// <summary>The error with its cell, and with cells in its words where it speaks of other paths.</summary>
    public PlanError Locate(PlanError error) =>
        error with
        {
            Cell = error.Cell ?? Find(error.Path),
            Message = PathInWords().Replace(error.Message, match => Find(match.Value)?.ToString() ?? match.Value),
        };

    /// <summary>The row that a path lies in; null for a list, a form or the whole.</summary>
    public string? RowOf(string path)
    {
        for (var at = path; at.Length > 1; at = Above(at))
        {
            if (_rows.ContainsKey(at))
                return at;
        }

        return null;
    }

    public string? SheetOf(string path) => Find(path)?.Sheet;

    private CellPlace? Find(string path)
    {
        if (_cells.TryGetValue(path, out var cell))
            return cell;
        if (_lists.TryGetValue(path, out var sheet))
            return new CellPlace(sheet);
        if (RowOf(path) is not { } row)
            return Above(path) is { Length: > 1 } above ? ListOf(above) : null;
        var (table, number) = _rows[row];
        var column = Column(table.Layout, path[row.Length..].TrimStart('.'));
        return column < 0 ? new CellPlace(table.Name, number) : Of(table, number, column);
    }

    private CellPlace? ListOf(string path)
    {
        for (var at = path; at.Length > 1; at = Above(at))
        {
            if (_lists.TryGetValue(at, out var sheet))
                return new CellPlace(sheet);
        }

        return null;
    }

    private static int Column(SheetLayout layout, string field)
    {
        if (field.Length == 0)
            return -1;
        var exact = layout.IndexOf(field);
        if (exact >= 0)
            return exact;
        var first = field.Split('.', '[')[0];
        return layout.Columns.ToList().FindIndex(column => column.Field.Split('.', '[')[0] == first);
    }

    private static string Above(string path)
    {
        var at = path.LastIndexOfAny(['.', '[']);
        return at <= 0 ? "" : path[..at];
    }

    [GeneratedRegex(
        """\$[A-Za-z0-9_.\[\]"]*[A-Za-z0-9_\]]""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PathInWords();
}
