using System.Text;
using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>A table of a web page while it is read: cells that reach over columns and rows push the others aside.</summary>
internal sealed class HtmlTable
{
    private static readonly WorkbookLimits Limits = WorkbookLimits.Default;
    private readonly List<SheetRow> _rows = [];
    private readonly List<CellArea> _areas = [];

    // By column: the last row to which a cell further up reaches.
    private readonly Dictionary<int, int> _reach = [];
    private readonly StringBuilder _text = new();
    private List<SheetCell> _cells = [];
    private string? _number;
    private int _row;
    private int _column;
    private int _right;
    private long _count;

    public void BeginRow()
    {
        EndCell();
        if (_row > 0 && _cells.Count > 0)
            _rows.Add(new SheetRow(_row, _cells));
        _cells = [];
        if (++_row > Limits.Rows)
            throw WorkbookException.TooMuch("baris", Limits.Rows);
        _right = 0;
    }

    /// <param name="number">The number itself where the page gives it beside what it shows.</param>
    public void BeginCell(int columns, int rows, string? number)
    {
        EndCell();
        if (_row == 0)
            BeginRow();
        if (++_count > Limits.Cells)
            throw WorkbookException.TooMuch("sel", Limits.Cells);
        _column = _right + 1;
        while (_reach.GetValueOrDefault(_column) >= _row)
            _column++;
        _right = _column + Math.Min(columns, Limits.Columns) - 1;
        if (_right > Limits.Columns)
            throw WorkbookException.TooMuch("kolom", Limits.Columns);
        var bottom = _row + Math.Min(rows, Limits.Rows) - 1;
        for (var column = _column; column <= _right; column++)
            _reach[column] = bottom;
        _number = string.IsNullOrWhiteSpace(number) ? null : number.Trim();
        if (_right == _column && bottom == _row)
            return;
        if (_areas.Count == Limits.MergedAreas)
            throw WorkbookException.TooMuch("sel gabungan", Limits.MergedAreas);
        _areas.Add(new CellArea(_row, _column, bottom, _right));
    }

    public void Add(string text)
    {
        if (_column > 0 && _text.Length < Limits.CellLength)
            _text.Append(text);
    }

    public void EndCell()
    {
        if (_column == 0)
            return;
        var cell = _number is { } number
            ? new SheetCell(_column, CellKind.Number, number)
            : new SheetCell(_column, CellKind.Text, CleanText.Of(_text.ToString()).Trim());
        if (!cell.IsEmpty)
            _cells.Add(cell);
        _text.Clear();
        _column = 0;
    }

    public SpendingSheet ToSheet(string name)
    {
        BeginRow();
        return new SpendingSheet(name, _rows, _areas);
    }
}
