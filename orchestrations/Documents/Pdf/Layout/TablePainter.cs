using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Draws the grounds, lines and texts of a run of rows.</summary>
internal static class TablePainter
{
    public static void Draw(
        Pen pen,
        TableRows rows,
        IReadOnlyList<RowPart> parts,
        IReadOnlyDictionary<GridCell, int> shown,
        SKPoint place,
        bool isHeader
    )
    {
        var drawn = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        var (x, top) = (place.X, place.Y);
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var cell in rows.Grid.Touching(parts[i].Row))
            {
                if (drawn.Add(cell))
                {
                    var height = 0f;
                    for (var k = i; k < parts.Count && parts[k].Row < cell.EndRow; k++)
                    {
                        height += parts[k].Height;
                    }

                    var area = SKRect.Create(x + rows.Left(cell), top, rows.Right(cell) - rows.Left(cell), height);
                    DrawCell(pen, rows, cell, area, shown.GetValueOrDefault(cell), isHeader);
                }
            }

            top += parts[i].Height;
        }
    }

    public static uint? Ground(GridCell cell, bool isHeader) =>
        cell switch
        {
            { Cell.Shade: { } shade } => Theme.Opaque(shade.Hex),
            _ when isHeader => Theme.HeaderGround,
            { Style: RowStyle.Group } => Theme.GroupGround,
            { Style: RowStyle.Total } => Theme.TotalGround,
            _ => null,
        };

    private static void DrawCell(Pen pen, TableRows rows, GridCell cell, SKRect place, int shown, bool isHeader)
    {
        if (Ground(cell, isHeader) is { } ground)
        {
            pen.Ground(place, ground);
        }

        pen.Frame(place, 0.5f, Theme.Rule);
        var lines = rows.Lines(cell);
        var count = Math.Min(lines.Count - shown, rows.Fitting(place.Height));
        var slack = place.Height - rows.Needed(Math.Max(0, count));
        var y = place.Top + Theme.CellPadding + (isHeader ? Math.Max(0, slack / 2) : 0) + (rows.Leading * 0.76f);
        for (var i = 0; i < count; i++)
        {
            lines[shown + i].Draw(pen, place.Left + Theme.CellPadding, y + (i * rows.Leading));
        }
    }
}
