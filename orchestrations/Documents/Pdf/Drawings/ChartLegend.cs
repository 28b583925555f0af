using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Names of the series with their colours, on as many lines as they need.</summary>
internal sealed class ChartLegend
{
    private const float Line = 14;
    private const float Swatch = 8;

    private readonly List<(TextLine Text, float X, float Y, uint Colour)> _entries = [];

    public ChartLegend(IReadOnlyList<ChartSeries> series, LineBreaker breaker, float width)
    {
        var (x, y) = (0f, 0f);
        foreach (var (i, one) in series.Index())
        {
            var text = breaker.Single(one.Name, new TextStyle(Face.Regular, 8.5f));
            if (x > 0 && x + Swatch + 5 + text.Width > width)
                (x, y) = (0, y + Line);
            _entries.Add((text, x, y, Theme.Palette[i % Theme.Palette.Length]));
            x += Swatch + 5 + text.Width + 18;
        }

        Height = series.Count == 0 ? 0 : y + Line;
    }

    public float Height { get; }

    public void Draw(Pen pen, float x, float y)
    {
        foreach (var entry in _entries)
        {
            pen.Ground(SKRect.Create(x + entry.X, y + entry.Y + 1, Swatch, Swatch), entry.Colour);
            entry.Text.Draw(pen, x + entry.X + Swatch + 5, y + entry.Y + 8.5f);
        }
    }
}
