using SkiaSharp;

namespace Sakip.Signing;

/// <summary>Liberation Sans as the blocks are set in: widths in ems and outlines in thousandths of them.</summary>
internal sealed class SignatureFont : IDisposable
{
    public const int Em = 1000;
    private const char Substitute = '?';

    private readonly SKTypeface _typeface;
    private readonly SKFont _font;

    public SignatureFont()
    {
        using var stream = typeof(SignatureFont).Assembly.GetManifestResourceStream("LiberationSans-Regular.ttf")!;
        using var data = SKData.Create(stream);
        _typeface = SKTypeface.FromData(data);
        _font = new SKFont(_typeface, Em) { Hinting = SKFontHinting.None, LinearMetrics = true };
    }

    public SKFont OfSize(double size) => new(_typeface, (float)size) { Hinting = SKFontHinting.None, Subpixel = true };

    /// <summary>The text with what the font cannot show replaced.</summary>
    public string Showable(string text) =>
        string.Concat(
            text.Select(c =>
                !char.IsSurrogate(c) && !char.IsControl(c) && _font.ContainsGlyphs($"{c}") ? c : Substitute
            )
        );

    public double WidthOf(string text) => _font.MeasureText(Showable(text)) / Em;

    public int AdvanceOf(char c) => (int)Math.Round(_font.MeasureText($"{c}"));

    public SKPath? OutlineOf(char c) => _font.GetGlyphPath(_font.GetGlyphs($"{c}")[0]);

    public void Dispose()
    {
        _font.Dispose();
        _typeface.Dispose();
    }
}
