using SkiaSharp;

namespace Sakip.Documents.Pdf;

/// <summary>
/// The embedded Liberation Sans, read once and shared by every rendering of the process: register it as a singleton. Safe for
/// any number of threads.
/// </summary>
internal sealed class FontLibrary : IDisposable
{
    private readonly FontFace[] _faces =
    [
        .. new[] { "Regular", "Bold", "Italic", "BoldItalic" }.Select(cut => new FontFace($"LiberationSans-{cut}.ttf")),
    ];

    internal FontFace this[Face face] => _faces[(int)face];

    public void Dispose()
    {
        foreach (var face in _faces)
        {
            face.Dispose();
        }
    }
}

/// <summary>One cut: its glyph and advance for every character of the Latin, Greek and Cyrillic blocks and their signs.</summary>
internal sealed class FontFace : IDisposable
{
    private const int Repertoire = 0x2300;

    // PDF/A forbids the missing glyph: what the font cannot show becomes a question mark.
    private const char Substitute = '?';

    private readonly ushort[] _glyphs = new ushort[Repertoire];
    private readonly float[] _advances = new float[Repertoire];
    private readonly HashSet<ushort> _latin;
    private readonly SKTypeface _whole;
    private readonly SKTypeface _latinOnly;

    public FontFace(string resource)
    {
        using var stream =
            typeof(FontFace).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font '{resource}' is not embedded.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        _whole = Open(buffer.ToArray());

        const float Em = 2048;
        using var font = new SKFont(_whole, Em) { Hinting = SKFontHinting.None, LinearMetrics = true };
        Span<int> all = new int[Repertoire];
        for (var c = 0; c < Repertoire; c++)
        {
            all[c] = c is < ' ' or (>= 0x7F and < 0xA0) ? Substitute : c;
        }

        font.GetGlyphs(all, _glyphs);
        var substitute = _glyphs[Substitute];
        for (var c = 0; c < Repertoire; c++)
        {
            _glyphs[c] = _glyphs[c] == 0 ? substitute : _glyphs[c];
        }

        var widths = font.GetGlyphWidths((ReadOnlySpan<ushort>)_glyphs, null);
        for (var c = 0; c < Repertoire; c++)
        {
            _advances[c] = widths[c] / Em;
        }

        _latin = [.. Enumerable.Range(0, Repertoire).Where(IsLatin).Select(c => _glyphs[c])];
        _latinOnly = Open(FontSubset.Of(buffer.ToArray(), _latin));
    }

    /// <summary>The font that shows these glyphs: the small one unless another script stands among them.</summary>
    public SKTypeface For(ReadOnlySpan<ushort> glyphs)
    {
        foreach (var glyph in glyphs)
        {
            if (!_latin.Contains(glyph))
                return _whole;
        }

        return _latinOnly;
    }

    public ushort Glyph(char c) => _glyphs[c < Repertoire ? c : Substitute];

    /// <summary>The advance of a character in ems.</summary>
    public float Advance(char c) => _advances[c < Repertoire ? c : Substitute];

    public void Dispose()
    {
        _whole.Dispose();
        _latinOnly.Dispose();
    }

    // Latin letters, punctuation, arrows and mathematical signs: all but Greek and Cyrillic.
    private static bool IsLatin(int c) => c is < 0x250 or >= 0x2000;

    private static SKTypeface Open(byte[] font)
    {
        using var data = SKData.CreateCopy(font);
        return SKTypeface.FromData(data);
    }
}
