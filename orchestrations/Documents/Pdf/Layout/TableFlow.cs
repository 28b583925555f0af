using System.Collections.Immutable;
using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>
/// A table, or the part of it that goes on a page: the header and a run of rows, the first and last of which may be parts of a
/// row. <see cref="Shown"/> counts the lines of a cell that earlier pages already have.
/// </summary>
internal sealed record TableFlow(TableRows Header, TableRows Body, ArraySegment<RowPart> Parts) : Flow
{
    // A row lower than this is moved to the next page whole; a higher one is cut where the page ends.
    private const float LargestWholeRow = 190;

    // A table of few rows is kept whole up to this height, one of more rows where it takes no more room than a paragraph.
    private const float LargestWholeTable = 150;
    private const float SmallTable = 110;

    // Fewer than two rows never stand alone at a page's foot or head.
    private const int Alone = 2;

    private static readonly ImmutableDictionary<GridCell, int> Nothing = ImmutableDictionary.Create<GridCell, int>(
        ReferenceEqualityComparer.Instance
    );

    public ImmutableDictionary<GridCell, int> Shown { get; init; } = Nothing;

    private float HeaderHeight => Header.Heights.Sum();

    public override float Height => HeaderHeight + Parts.Sum(p => p.Height);

    public override float LeastHeight =>
        HeaderHeight + Parts.Take(OpeningRows).Sum(part => Math.Min(part.Height, LargestWholeRow));

    public static TableFlow Of(TableRows header, TableRows body) =>
        new(header, body, body.Heights.Select((height, row) => new RowPart(row, height)).ToArray());

    public override (Flow Head, Flow Tail)? Split(float available)
    {
        var room = available - HeaderHeight;
        var fit = 0;
        while (fit < Parts.Count && Parts[fit].Height <= room + 0.01f)
        {
            room -= Parts[fit++].Height;
        }

        if (fit < Parts.Count && (Parts[fit].Height > LargestWholeRow || fit == 0) && Body.Fitting(room) >= 2)
        {
            return Cut(fit, Body.Needed(Body.Fitting(room)));
        }

        var kept = WithoutLonelyEnd(fit);
        return kept == 0 ? null : (With(Parts[..kept]), Rest(Parts[..kept], Parts[kept..]));
    }

    public override void Draw(Pen pen, float x, float y)
    {
        TablePainter.Draw(
            pen,
            Header,
            [.. Header.Heights.Select((h, row) => new RowPart(row, h))],
            Nothing,
            new SKPoint(x, y),
            isHeader: true
        );
        TablePainter.Draw(pen, Body, Parts, Shown, new SKPoint(x, y + HeaderHeight), isHeader: false);
    }

    private (Flow Head, Flow Tail) Cut(int part, float height)
    {
        RowPart[] above = [.. Parts[..part], Parts[part] with { Height = height }];
        var left = Body
            .Grid.Touching(Parts[part].Row)
            .Where(cell => cell.RowSpan == 1)
            .Max(cell => Body.Lines(cell).Count - Shown.GetValueOrDefault(cell) - Body.Fitting(height));
        RowPart[] below = [Parts[part] with { Height = Body.Needed(Math.Max(1, left)) }, .. Parts[(part + 1)..]];
        return (With(above), Rest(above, below));
    }

    private TableFlow With(ArraySegment<RowPart> parts) => this with { Parts = parts, SpaceAfter = 0 };

    private TableFlow Rest(ArraySegment<RowPart> above, ArraySegment<RowPart> below)
    {
        var shown = Nothing.ToBuilder();
        RowPart[] parts = [.. below];
        foreach (var cell in Body.Grid.Touching(below[0].Row).Where(cell => cell.Row <= above[^1].Row))
        {
            var height = above.Where(p => p.Row >= cell.Row && p.Row < cell.EndRow).Sum(p => p.Height);
            shown[cell] = Shown.GetValueOrDefault(cell) + Body.Fitting(height);
            var needed = Body.Needed(Math.Max(0, Body.Lines(cell).Count - shown[cell]));
            var last = Array.FindLastIndex(parts, p => p.Row < cell.EndRow);
            var missing = needed - parts[..(last + 1)].Sum(p => p.Height);
            parts[last] = parts[last] with { Height = parts[last].Height + Math.Max(0, missing) };
        }

        return this with
        {
            Parts = parts,
            Shown = shown.ToImmutable(),
            SpaceBefore = 0,
            Id = null,
            Mark = null,
            BreakBefore = false,
        };
    }

    private int OpeningRows
    {
        get
        {
            var isShort = Parts.Count < 2 * Alone;
            return Parts.Sum(part => part.Height) <= (isShort ? LargestWholeTable : SmallTable) ? Parts.Count
                : isShort ? GroupLength(0)
                : Math.Max(Alone, GroupLength(0));
        }
    }

    // A group's opening rows stay with their first row; the last row never stands alone on the next page.
    private int WithoutLonelyEnd(int fit)
    {
        var kept = fit;
        if (kept > 1 && kept > Parts.Count - Alone)
        {
            kept = Math.Max(1, Parts.Count - Alone);
        }

        kept = BeforeSpan(kept);
        while (kept > 0 && kept < Parts.Count && StyleOf(kept - 1) is RowStyle.Group or RowStyle.Subgroup)
        {
            kept--;
        }

        return kept == 0 ? fit : kept;
    }

    // Rows that share a cell go to the next page together, as one row would.
    private int BeforeSpan(int kept)
    {
        if (kept >= Parts.Count)
            return kept;
        var first = Body
            .Grid.Touching(Parts[kept].Row)
            .Where(cell => cell.Row < Parts[kept].Row && HeightOf(cell) <= LargestWholeRow)
            .Select(cell => cell.Row)
            .DefaultIfEmpty(Parts[kept].Row)
            .Min();
        var at = Parts.ToList().FindIndex(part => part.Row >= first);
        return Math.Clamp(at, 0, kept);
    }

    private float HeightOf(GridCell cell) => Body.Heights[cell.Row..cell.EndRow].Sum();

    private int GroupLength(int first)
    {
        var i = first;
        while (i < Parts.Count - 1 && i < first + 3 && StyleOf(i) is RowStyle.Group or RowStyle.Subgroup)
        {
            i++;
        }

        return i - first + 1;
    }

    private RowStyle StyleOf(int part) =>
        Body.Grid.Touching(Parts[part].Row) is [var cell, ..] ? cell.Style : RowStyle.Normal;
}

internal readonly record struct RowPart(int Row, float Height);
