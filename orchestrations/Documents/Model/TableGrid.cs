namespace Sakip.Documents;

/// <summary>Where each cell of a run of rows comes to lie, spans included. Rows and columns count from 0.</summary>
internal sealed class TableGrid
{
    private readonly List<GridCell>[] _touching;

    /// <exception cref="ArgumentException">The cells of a row do not fit between the spans and the last column.</exception>
    public TableGrid(IReadOnlyList<Row> rows, int columns)
    {
        _touching = [.. rows.Select(_ => new List<GridCell>())];
        var takenUntil = new int[columns];
        var cells = new List<GridCell>();
        for (var r = 0; r < rows.Count; r++)
        {
            var column = 0;
            foreach (var cell in rows[r].Cells)
            {
                while (column < columns && takenUntil[column] > r)
                {
                    column++;
                }

                if (column + cell.ColumnSpan > columns)
                {
                    throw new ArgumentException(
                        $"Row {r + 1} of the table has more cells than its {columns} columns hold.",
                        nameof(rows)
                    );
                }

                var placed = new GridCell(cell, rows[r].Style, r, column, Math.Min(cell.RowSpan, rows.Count - r));
                cells.Add(placed);
                Array.Fill(takenUntil, r + placed.RowSpan, column, cell.ColumnSpan);
                for (var k = r; k < r + placed.RowSpan; k++)
                {
                    _touching[k].Add(placed);
                }

                column += cell.ColumnSpan;
            }
        }

        Cells = cells;
    }

    public IReadOnlyList<GridCell> Cells { get; }

    public int RowCount => _touching.Length;

    /// <summary>The cells that a row shows, those from rows above included.</summary>
    public IReadOnlyList<GridCell> Touching(int row) => _touching[row];
}

internal sealed record GridCell(Cell Cell, RowStyle Style, int Row, int Column, int RowSpan)
{
    public int EndRow => Row + RowSpan;
}
