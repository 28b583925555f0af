using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Draws on the page of one file. Coordinates count from the upper left corner.</summary>
internal sealed class Pen(FontLibrary fonts) : IDisposable
{
    private readonly Dictionary<(SKTypeface, float), SKFont> _fonts = [];
    private readonly SKTextBlobBuilder _builder = new();
    private readonly SKPaint _paint = new() { IsAntialias = true };
    private readonly List<SignatureSlot> _slots = [];

    public SKCanvas Canvas { get; private set; } = null!;

    public SKSize Page { get; private set; }

    public int PageNumber { get; private set; }

    public IReadOnlyList<SignatureSlot> Slots => _slots;

    public void Begin(SKCanvas canvas, SKSize page, int pageNumber) =>
        (Canvas, Page, PageNumber) = (canvas, page, pageNumber);

    public void Glyphs(GlyphRun run, float x, float baseline)
    {
        _builder.AddHorizontalRun(run.Glyphs, Font(run), run.Positions, 0);
        using var blob = _builder.Build()!;
        Canvas.DrawText(blob, x, baseline, Fill(run.Style.Colour));
        if (run.Style.Underline)
        {
            Rule(
                x + run.Start,
                baseline + (run.Style.Size * 0.14f),
                x + run.End,
                run.Style.Size * 0.06f,
                run.Style.Colour
            );
        }

        if (run.Style.Target is { } target)
        {
            Link(
                target,
                new SKRect(x + run.Start, baseline - run.Style.Size, x + run.End, baseline + (run.Style.Size * 0.3f))
            );
        }
    }

    public void Rule(float x, float y, float toX, float thickness, uint colour) =>
        Canvas.DrawRect(SKRect.Create(x, y, toX - x, thickness), Fill(colour));

    public void Ground(SKRect place, uint colour) => Canvas.DrawRect(place, Fill(colour));

    public void Frame(SKRect place, float thickness, uint colour) => Canvas.DrawRect(place, Stroke(thickness, colour));

    public SKPaint Fill(uint colour)
    {
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = colour;
        _paint.PathEffect = null;
        return _paint;
    }

    public SKPaint Stroke(float thickness, uint colour, SKPathEffect? dash = null)
    {
        _paint.Style = SKPaintStyle.Stroke;
        _paint.StrokeWidth = thickness;
        _paint.Color = colour;
        _paint.PathEffect = dash;
        return _paint;
    }

    public void Destination(string id, float y) =>
        Canvas.DrawNamedDestinationAnnotation(new SKPoint(0, Math.Max(0, y - 12)), id);

    /// <summary>Notes a free rectangle where a signature's appearance will be put.</summary>
    public void Slot(string name, SKRect place) =>
        _slots.Add(
            new SignatureSlot(name, PageNumber, place.Left, Page.Height - place.Bottom, place.Width, place.Height)
        );

    public void Dispose()
    {
        _builder.Dispose();
        _paint.Dispose();
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }
    }

    private void Link(string target, SKRect place)
    {
        if (target.StartsWith('#'))
        {
            Canvas.DrawLinkDestinationAnnotation(place, target[1..])?.Dispose();
        }
        else
        {
            Canvas.DrawUrlAnnotation(place, target)?.Dispose();
        }
    }

    private SKFont Font(GlyphRun run)
    {
        var (typeface, size) = (fonts[run.Style.Face].For(run.Glyphs), run.Style.Size);
        if (!_fonts.TryGetValue((typeface, size), out var font))
        {
            font = new SKFont(typeface, size)
            {
                Hinting = SKFontHinting.None,
                Subpixel = true,
                LinearMetrics = true,
            };
            _fonts[(typeface, size)] = font;
        }

        return font;
    }
}
