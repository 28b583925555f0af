using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Figures in frames of one width, up to four beside each other.</summary>
internal sealed record KeyFiguresFlow(IReadOnlyList<KeyFrame> Frames, float Width) : Flow
{
    private const int MostBeside = 4;
    private const float Gap = 8;
    private const float Padding = 8;

    private static readonly TextStyle Label = new(Face.Regular, 8.5f, Theme.Muted);
    private static readonly TextStyle Note = new(Face.Regular, 8, Theme.Ink);

    private IEnumerable<KeyFrame[]> Rows => Frames.Chunk(MostBeside);

    public override float Height => Rows.Sum(row => RowHeight(row) + Gap) - Gap;

    public static KeyFiguresFlow Of(KeyFigures figures, float width, LineBreaker breaker)
    {
        var room = FrameWidth(width, Math.Min(MostBeside, figures.Figures.Count)) - (2 * Padding);
        return new KeyFiguresFlow(
            [
                .. figures.Figures.Select(one => new KeyFrame(
                    breaker.Break([new(one.Label, Label)], room, LineAlignment.Left),
                    Value(one.Value, room, breaker),
                    one.Note is { } note ? breaker.Break([new(note, Note)], room, LineAlignment.Left) : []
                )),
            ],
            width
        )
        {
            SpaceBefore = Theme.BlockGap,
            SpaceAfter = Theme.BlockGap,
        };
    }

    public override void Draw(Pen pen, float x, float y)
    {
        var each = FrameWidth(Width, Math.Min(MostBeside, Frames.Count));
        foreach (var row in Rows)
        {
            var height = RowHeight(row);
            for (var i = 0; i < row.Length; i++)
                DrawFrame(pen, row[i], SKRect.Create(x + (i * (each + Gap)), y, each, height));
            y += height + Gap;
        }
    }

    private static void DrawFrame(Pen pen, KeyFrame frame, SKRect place)
    {
        pen.Ground(place, Theme.GroupGround);
        pen.Ground(SKRect.Create(place.Left, place.Top, place.Width, 2.5f), Theme.Accent);
        var y = place.Top + Padding + 2;
        Lines(frame.Label, 11);
        y += 5;
        Lines(frame.Value, 20);
        y += 3;
        Lines(frame.Note, 10.5f);

        void Lines(IReadOnlyList<TextLine> lines, float leading)
        {
            foreach (var line in lines)
            {
                line.Draw(pen, place.Left + Padding, y + (leading * 0.78f));
                y += leading;
            }
        }
    }

    // As large as the frame lets it be on one line.
    private static List<TextLine> Value(string text, float room, LineBreaker breaker)
    {
        var size = 17f;
        while (size > 9 && breaker.Measure(text, Style()) > room)
            size -= 0.5f;
        return breaker.Break([new(text, Style())], room, LineAlignment.Left);

        TextStyle Style() => new(Face.Bold, size, Theme.Accent);
    }

    private static float FrameWidth(float width, int count) => (width - (Gap * (count - 1))) / Math.Max(1, count);

    private static float RowHeight(KeyFrame[] row) =>
        row.Max(frame =>
            (frame.Label.Count * 11) + (frame.Value.Count * 20) + (frame.Note.Count * 10.5f) + 8 + 2 + (2 * Padding)
        );
}

internal sealed record KeyFrame(
    IReadOnlyList<TextLine> Label,
    IReadOnlyList<TextLine> Value,
    IReadOnlyList<TextLine> Note
);
