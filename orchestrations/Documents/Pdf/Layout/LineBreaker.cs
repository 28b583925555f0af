using Sakip.Documents.Text;

namespace Sakip.Documents.Pdf.Layout;

internal enum LineAlignment
{
    Left,
    Centre,
    Right,
    Justified,
}

/// <summary>Sets styled text in lines of a width, justified with hyphens where a line would otherwise be too loose.</summary>
internal sealed class LineBreaker(FontLibrary fonts)
{
    // A justified line whose rest is wider than this share is loose enough to be worth a hyphen.
    private const float LooseShare = 0.06f;

    public List<TextLine> Break(
        IReadOnlyList<StyledText> texts,
        float width,
        LineAlignment alignment,
        float firstIndent = 0
    )
    {
        var lines = new List<TextLine>();
        var paragraph = new MeasuredText(fonts, texts);
        var start = 0;
        while (start < paragraph.Length)
        {
            var indent = lines.Count == 0 ? firstIndent : 0;
            var (end, next, hyphen, last) = NextLine(
                paragraph,
                start,
                width - indent,
                alignment == LineAlignment.Justified
            );
            var stretch = alignment == LineAlignment.Justified && !last;
            var line = paragraph.Line(start, end, hyphen, stretch ? width - indent : null);
            var free = width - indent - line.Width;
            lines.Add(
                line.Shift(
                    indent
                        + alignment switch
                        {
                            LineAlignment.Centre => Math.Max(0, free / 2),
                            LineAlignment.Right => Math.Max(0, free),
                            _ => 0,
                        }
                )
            );
            start = next;
        }

        return lines.Count == 0 ? [TextLine.Empty] : lines;
    }

    /// <summary>The width that text needs on one line.</summary>
    public float Measure(string text, TextStyle style) => new MeasuredText(fonts, [new StyledText(text, style)]).Width;

    /// <summary>The width of the widest piece that should not be broken.</summary>
    public float WidestWord(IReadOnlyList<StyledText> texts) => new MeasuredText(fonts, texts).WidestWord();

    public TextLine Single(string text, TextStyle style) =>
        Break([new StyledText(text, style)], float.MaxValue, LineAlignment.Left)[0];

    private static (int End, int Next, bool Hyphen, bool Last) NextLine(
        MeasuredText text,
        int start,
        float width,
        bool hyphenate
    )
    {
        var lastBreak = start;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                return (text.TrimEnd(start, i), i + 1, false, true);
            }

            if (text[i] != ' ' && text.Between(start, i + 1) > width + 0.01f)
            {
                return Overflow(text, start, lastBreak, i, width, hyphenate);
            }

            if (text.BreaksAfter(i))
            {
                lastBreak = i + 1;
            }
        }

        return (text.TrimEnd(start, text.Length), text.Length, false, true);
    }

    private static (int End, int Next, bool Hyphen, bool Last) Overflow(
        MeasuredText text,
        int start,
        int lastBreak,
        int overflow,
        float width,
        bool hyphenate
    )
    {
        var end = text.TrimEnd(start, lastBreak);
        var rest = width - text.Between(start, end);
        if (lastBreak == start || (hyphenate && rest > width * LooseShare))
        {
            var wordEnd = text.WordEnd(lastBreak);
            foreach (var point in IndonesianHyphenation.Points(text.Span(lastBreak, wordEnd)).Reverse())
            {
                var cut = lastBreak + point;
                if (cut <= overflow && text.Between(start, cut) + text.HyphenWidth(cut - 1) <= width)
                {
                    return (cut, cut, true, false);
                }
            }
        }

        return lastBreak == start
            ? (Math.Max(overflow, start + 1), Math.Max(overflow, start + 1), false, false)
            : (end, text.SkipSpaces(lastBreak), false, false);
    }
}
