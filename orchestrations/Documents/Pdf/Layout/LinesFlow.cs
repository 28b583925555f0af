namespace Sakip.Documents.Pdf.Layout;

/// <summary>Lines of one leading, with what hangs beside them: a list's number, a key, a leader and its page.</summary>
internal sealed record LinesFlow(IReadOnlyList<TextLine> Lines, float Leading) : Flow
{
    // Fewer than two lines of a paragraph never stand alone at a page's foot or head.
    private const int Alone = 2;

    public IReadOnlyList<Aside> Asides { get; init; } = [];

    public override float Height => Lines.Count * Leading;

    public override float LeastHeight => (Lines.Count < 2 * Alone ? Lines.Count : Alone) * Leading;

    public override (Flow Head, Flow Tail)? Split(float available)
    {
        var fit = Math.Min((int)((available + 0.01f) / Leading), Lines.Count - Alone);
        if (fit < Alone)
        {
            return null;
        }

        var head = this with { Lines = [.. Lines.Take(fit)], SpaceAfter = 0, Asides = [.. Asides.Where(a => a.Row < fit)] };
        var tail = this with
        {
            Lines = [.. Lines.Skip(fit)],
            SpaceBefore = 0,
            Id = null,
            BreakBefore = false,
            Asides = [.. Asides.Where(a => a.Row >= fit).Select(a => a with { Row = a.Row - fit })],
        };
        return (head, tail);
    }

    public override void Draw(Pen pen, float x, float y)
    {
        var baseline = y + (Leading * 0.72f);
        for (var i = 0; i < Lines.Count; i++)
        {
            Lines[i].Draw(pen, x, baseline + (i * Leading));
        }

        foreach (var aside in Asides)
        {
            aside.Line.Draw(pen, x + aside.X, baseline + (aside.Row * Leading));
        }
    }
}

/// <summary>A line set beside the row it belongs to, <paramref name="X"/> from the paragraph's own left edge.</summary>
internal sealed record Aside(TextLine Line, float X, int Row);
