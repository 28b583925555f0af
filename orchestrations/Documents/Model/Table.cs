namespace Sakip.Documents;

/// <summary>
/// A table over the full width of the text. Header rows are repeated on every page that it reaches. Rows list only the cells
/// that begin in them: a place covered by a cell from above or from the left has no cell of its own.
/// </summary>
internal sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> HeaderRows, IReadOnlyList<Row> Rows)
    : Block
{
    public Caption? Caption { get; init; }

    /// <summary>Whether a row of column numbers (1, 2, 3 …) closes the header.</summary>
    public bool ColumnNumbers { get; init; }

    /// <summary>Whether a spreadsheet carries this table; layout tables do not belong there.</summary>
    public bool InSpreadsheet { get; init; } = true;

    /// <summary>The name of its sheet; made from the caption when null.</summary>
    public string? SheetName { get; init; }
}

/// <summary>One column: its share of the width relative to the others', and how its body cells are aligned.</summary>
internal sealed record Column(double Width, Alignment Alignment = Alignment.Left);

internal enum Alignment
{
    Left,
    Centre,
    Right,
}

internal sealed record Row(IReadOnlyList<Cell> Cells, RowStyle Style = RowStyle.Normal)
{
    /// <summary>Names the row within its table, for <see cref="SumOfRows"/>.</summary>
    public string? Key { get; init; }

    /// <summary>A header row or a row of plain texts.</summary>
    public static Row Of(params string[] texts) => new([.. texts.Select(text => new Cell(text))]);
}

internal enum RowStyle
{
    Normal,

    /// <summary>Opens a group, such as a programme or an objective: bold on a pale ground.</summary>
    Group,

    /// <summary>Opens a group within a group: bold.</summary>
    Subgroup,

    /// <summary>Closes the table or a group: bold on a grey ground.</summary>
    Total,
}
