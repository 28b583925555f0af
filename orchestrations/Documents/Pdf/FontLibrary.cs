using SkiaSharp;

namespace Sakip.Documents.Pdf;

/// <summary>
/// The embedded Liberation Sans, read once and shared by every rendering of the process: register it as a singleton. Safe for
/// any number of threads.
/// </summary>
public sealed class FontLibrary : IDisposable
{
    private readonly FontFace[] _faces =
        [.. new[] { "Regular", "Bold", "Italic", "BoldItalic" }.Select(cut => new FontFace($"LiberationSans-{cut}.ttf"))];

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

    public FontFace(string resource)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font '{resource}' is not embedded.");
        using var data = SKData.Create(stream);
        Typeface = SKTypeface.FromData(data);

        const float Em = 2048;
        using var font = new SKFont(Typeface, Em) { Hinting = SKFontHinting.None, LinearMetrics = true };
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
    }

    public SKTypeface Typeface { get; }

    public ushort Glyph(char c) => _glyphs[c < Repertoire ? c : Substitute];

    /// <summary>The advance of a character in ems.</summary>
    public float Advance(char c) => _advances[c < Repertoire ? c : Substitute];

    public void Dispose() => Typeface.Dispose();
}
