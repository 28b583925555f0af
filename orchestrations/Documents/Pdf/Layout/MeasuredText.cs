using System.Text;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Styled text as one string, with the style and the distance from the start of every character.</summary>
internal sealed class MeasuredText
{
    private readonly FontLibrary _fonts;
    private readonly TextStyle[] _styles;
    private readonly string _text;
    private readonly int[] _styleOf;
    private readonly float[] _before;

    public MeasuredText(FontLibrary fonts, IReadOnlyList<StyledText> texts)
    {
        _fonts = fonts;
        _styles = [.. texts.Select(t => t.Style)];
        var joined = new StringBuilder();
        var styleOf = new List<int>();
        foreach (var (i, text) in texts.Index())
        {
            foreach (var c in text.Text)
            {
                if (!char.IsLowSurrogate(c) && (c == '\n' || !char.IsControl(c)))
                {
                    joined.Append(c);
                    styleOf.Add(i);
                }
            }
        }

        _text = joined.ToString();
        _styleOf = [.. styleOf];
        _before = new float[_text.Length + 1];
        for (var i = 0; i < _text.Length; i++)
        {
            _before[i + 1] = _before[i] + (_text[i] == '\n' ? 0 : Advance(_text[i], StyleAt(i)));
        }
    }

    public int Length => _text.Length;

    public float Width => _before[^1];

    public char this[int i] => _text[i];

    public ReadOnlySpan<char> Span(int start, int end) => _text.AsSpan(start, end - start);

    public float Between(int start, int end) => _before[end] - _before[start];

    public float HyphenWidth(int at) => Advance('-', StyleAt(at));

    /// <summary>After a space, and within compounds such as "undang-undang" and "program/kegiatan".</summary>
    public bool BreaksAfter(int i) =>
        _text[i] == ' '
        || (
            _text[i] is '-' or '/'
            && i > 0
            && i + 1 < Length
            && char.IsLetterOrDigit(_text[i - 1])
            && char.IsLetter(_text[i + 1])
        );

    public int WordEnd(int start)
    {
        var end = start;
        while (end < Length && char.IsLetter(_text[end]))
        {
            end++;
        }

        return end;
    }

    public int TrimEnd(int start, int end)
    {
        while (end > start && _text[end - 1] == ' ')
        {
            end--;
        }

        return end;
    }

    public int SkipSpaces(int i)
    {
        while (i < Length && _text[i] == ' ')
        {
            i++;
        }

        return i;
    }

    public float WidestWord()
    {
        var (widest, start) = (0f, 0);
        for (var i = 0; i < Length; i++)
        {
            if (_text[i] == '\n' || BreaksAfter(i))
            {
                widest = Math.Max(widest, Between(start, TrimEnd(start, _text[i] == '\n' ? i : i + 1)));
                start = i + 1;
            }
        }

        return Math.Max(widest, Between(start, Length));
    }

    /// <summary>Sets a stretch as a line; its spaces widen so that it fills <paramref name="fill"/>.</summary>
    public TextLine Line(int start, int end, bool hyphen, float? fill)
    {
        var natural = Between(start, end) + (hyphen ? HyphenWidth(end - 1) : 0);
        var spaces = Span(start, end).Count(' ');
        var extra = fill is { } width && spaces > 0 ? Math.Max(0, (width - natural) / spaces) : 0;
        var runs = new List<GlyphRun>();
        var x = 0f;
        for (var i = start; i < end; )
        {
            var style = _styleOf[i];
            var runEnd = i;
            while (runEnd < end && _styleOf[runEnd] == style)
            {
                runEnd++;
            }

            var withHyphen = hyphen && runEnd == end;
            var glyphs = new ushort[runEnd - i + (withHyphen ? 1 : 0)];
            var positions = new float[glyphs.Length];
            var face = _fonts[_styles[style].Face];
            for (var k = 0; k < glyphs.Length; k++)
            {
                var c = i + k < runEnd ? _text[i + k] : '-';
                glyphs[k] = face.Glyph(c);
                positions[k] = x;
                x += Advance(c, _styles[style]) + (c == ' ' ? extra : 0);
            }

            runs.Add(new GlyphRun(_styles[style], glyphs, positions, x));
            i = runEnd;
        }

        return new TextLine(runs, x);
    }

    private TextStyle StyleAt(int i) => _styles[_styleOf[i]];

    private float Advance(char c, TextStyle style) => _fonts[style.Face].Advance(c) * style.Size;
}
