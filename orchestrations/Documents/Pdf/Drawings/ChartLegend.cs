using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Names of the series with their colours, on as many lines as they need.</summary>
internal sealed class ChartLegend
{
    private const float Line = 14;
    private const float Swatch = 8;

    private const float LineSwatch = 26;

    private readonly List<(TextLine Text, float X, float Y, int Series)> _entries = [];
    private readonly bool _isLines;
    private readonly int _series;
    private readonly float _swatch;

    /// <param name="isLines">Shows each series as its line is drawn, with its mark.</param>
    public ChartLegend(IReadOnlyList<ChartSeries> series, LineBreaker breaker, float width, bool isLines = false)
    {
        (_isLines, _series, _swatch) = (isLines, series.Count, isLines ? LineSwatch : Swatch);
        var (x, y) = (0f, 0f);
        foreach (var (i, one) in series.Index())
        {
            var text = breaker.Single(one.Name, new TextStyle(Face.Regular, 8.5f));
            if (x > 0 && x + _swatch + 5 + text.Width > width)
                (x, y) = (0, y + Line);
            _entries.Add((text, x, y, i));
            x += _swatch + 5 + text.Width + 18;
        }

        Height = series.Count == 0 ? 0 : y + Line;
    }

    public float Height { get; }

    public void Draw(Pen pen, float x, float y)
    {
        foreach (var entry in _entries)
        {
            var colour = Theme.Palette[entry.Series % Theme.Palette.Length];
            if (_isLines)
                DrawLine(pen, x + entry.X, y + entry.Y + 5, IsPath(entry.Series, _series), colour);
            else
                pen.Ground(SKRect.Create(x + entry.X, y + entry.Y + 1, Swatch, Swatch), colour);
            entry.Text.Draw(pen, x + entry.X + _swatch + 5, y + entry.Y + 8.5f);
        }
    }

    /// <summary>The first of several lines is the path that the others should take.</summary>
    public static bool IsPath(int series, int count) => series == 0 && count > 1;

    /// <summary>A hollow square for the path, a dot for what was reached: the dot is seen within the square.</summary>
    public static void Mark(Pen pen, SKPoint point, bool isPath, uint colour)
    {
        if (isPath)
            pen.Frame(SKRect.Create(point.X - 3.6f, point.Y - 3.6f, 7.2f, 7.2f), 1.3f, colour);
        else
            pen.Canvas.DrawCircle(point, 2.8f, pen.Fill(colour));
    }

    private static void DrawLine(Pen pen, float x, float y, bool isPath, uint colour)
    {
        using var dash = SKPathEffect.CreateDash([5, 4], 0);
        pen.Canvas.DrawLine(x, y, x + LineSwatch, y, pen.Stroke(isPath ? 1.4f : 3.2f, colour, isPath ? dash : null));
        Mark(pen, new SKPoint(x + (LineSwatch / 2), y), isPath, colour);
    }
}
