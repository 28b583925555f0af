namespace Sakip.Documents.Pdf.Layout;

/// <summary>Lines of one leading, with what hangs beside them: a list's number, a key, a leader and its page.</summary>
internal sealed record LinesFlow(IReadOnlyList<TextLine> Lines, float Leading) : Flow
{
    // Fewer than two lines of a paragraph never stand alone at a page's foot or head.
    private const int Alone = 2;

    public IReadOnlyList<Aside> Asides { get; init; } = [];

    /// <summary>Stands on one page, as an entry of the contents does next to its page number.</summary>
    public bool IsWhole { get; init; }

    public override float Height => Lines.Count * Leading;

    public override float LeastHeight => (IsWhole || Lines.Count < 2 * Alone ? Lines.Count : Alone) * Leading;

    public override (Flow Head, Flow Tail)? Split(float available)
    {
        if (IsWhole)
            return null;
        var fit = Math.Min((int)((available + 0.01f) / Leading), Lines.Count - Alone);
        if (fit < Alone)
        {
            return null;
        }

        var head = this with
        {
            Lines = [.. Lines.Take(fit)],
            SpaceAfter = 0,
            Asides = [.. Asides.Where(a => a.Row < fit)],
        };
        var tail = this with
        {
            Lines = [.. Lines.Skip(fit)],
            SpaceBefore = 0,
            Id = null,
            Mark = null,
            BreakBefore = false,
            Asides = [.. Asides.Where(a => a.Row >= fit).Select(a => a with { Row = a.Row - fit })],
        };
        return (head, tail);
    }

    // In reading order, which is what a screen reader and a copied text follow.
    public override void Draw(Pen pen, float x, float y)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var baseline = y + (Leading * (i + 0.72f));
            var start = Lines[i].Runs is [var first, ..] ? first.Start : 0;
            var asides = Asides.Where(a => a.Row == i).OrderBy(a => a.X).ToLookup(a => a.X < start);
            DrawAsides(asides[true], baseline);
            Lines[i].Draw(pen, x, baseline);
            DrawAsides(asides[false], baseline);
        }

        void DrawAsides(IEnumerable<Aside> asides, float baseline)
        {
            foreach (var aside in asides)
            {
                aside.Line.Draw(pen, x + aside.X, baseline);
            }
        }
    }
}

/// <summary>A line set beside the row it belongs to, <paramref name="X"/> from the paragraph's own left edge.</summary>
internal sealed record Aside(TextLine Line, float X, int Row);
