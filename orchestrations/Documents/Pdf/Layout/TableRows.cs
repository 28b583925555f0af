namespace Sakip.Documents.Pdf.Layout;

/// <summary>Rows with their cells set in lines and their natural heights; header rows and body rows are one of these each.</summary>
internal sealed class TableRows
{
    private readonly Dictionary<GridCell, IReadOnlyList<TextLine>> _lines = new(ReferenceEqualityComparer.Instance);

    public TableRows(
        TableGrid grid,
        IReadOnlyList<float> edges,
        float leading,
        Func<GridCell, float, IReadOnlyList<TextLine>> set
    )
    {
        (Grid, Edges, Leading) = (grid, edges, leading);
        Heights = new float[grid.RowCount];
        foreach (var cell in grid.Cells)
        {
            _lines[cell] = set(cell, Right(cell) - Left(cell) - (2 * Theme.CellPadding));
            if (cell.RowSpan == 1)
            {
                Heights[cell.Row] = Math.Max(Heights[cell.Row], Needed(_lines[cell].Count));
            }
        }

        foreach (var cell in grid.Cells.Where(c => c.RowSpan > 1).OrderBy(c => c.EndRow))
        {
            var missing = Needed(_lines[cell].Count) - Heights[cell.Row..cell.EndRow].Sum();
            Heights[cell.EndRow - 1] += Math.Max(0, missing);
        }

        for (var i = 0; i < Heights.Length; i++)
        {
            Heights[i] = Math.Max(Heights[i], Needed(1));
        }
    }

    public TableGrid Grid { get; }

    public IReadOnlyList<float> Edges { get; }

    public float Leading { get; }

    public float[] Heights { get; }

    public float Left(GridCell cell) => Edges[cell.Column];

    public float Right(GridCell cell) => Edges[cell.Column + cell.Cell.ColumnSpan];

    public IReadOnlyList<TextLine> Lines(GridCell cell) => _lines[cell];

    public float Needed(int lines) => (lines * Leading) + (2 * Theme.CellPadding);

    public int Fitting(float height) => Math.Max(0, (int)((height - (2 * Theme.CellPadding) + 0.01f) / Leading));
}
