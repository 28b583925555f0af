using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>A printed table with its columns found by role.</summary>
internal sealed class TableView(PrintedTable table, PrintedSection section)
{
    public PrintedTable Table => table;

    public PrintedSection Section => section;

    public string Place { get; } = table.Number is null ? $"Tabel pada \"{section.Heading}\"" : "Tabel " + table.Number;

    public bool Has(ColumnRole role) => table.Columns.Any(column => column.Role == role);

    public bool HasAll(params ColumnRole[] roles) => roles.All(Has);

    public IEnumerable<(int Index, PrintedColumn Column)> Columns(ColumnRole role) =>
        table.Columns.Select((column, index) => (index, column)).Where(pair => pair.column.Role == role);

    /// <summary>The cell of the first column with the role, "" where there is none.</summary>
    public string Cell(PrintedRow row, ColumnRole role)
    {
        var index = table
            .Columns.Select((column, i) => (column, i))
            .Where(pair => pair.column.Role == role)
            .Select(pair => pair.i)
            .FirstOrDefault(-1);
        return Cell(row, index);
    }

    public static string Cell(PrintedRow row, int index) =>
        index >= 0 && index < row.Cells.Count ? row.Cells[index].Trim() : "";

    /// <summary>The cells of a column with empty ones filled from above, as merged cells mean.</summary>
    public IReadOnlyList<string> Filled(ColumnRole role)
    {
        var above = "";
        return table.Rows.Select(row => Cell(row, role) is { Length: > 0 } own ? above = own : above).ToList();
    }

    public decimal? Amount(PrintedRow row, ColumnRole role) => Number(Cell(row, role), NumberKind.Rupiah);

    public decimal? Percent(PrintedRow row, ColumnRole role) => Number(Cell(row, role), NumberKind.Percent);

    /// <summary>A number that can be reckoned with; one that no office can mean is none.</summary>
    public static decimal? Number(string cell, NumberKind kind) =>
        NumberParser.Parse(cell, kind).Value is { } value && (value == 0m || Math.Abs(value) is >= Least and <= Most)
            ? value
            : null;

    private const decimal Least = 1e-6m;
    private const decimal Most = 1e15m;
}
