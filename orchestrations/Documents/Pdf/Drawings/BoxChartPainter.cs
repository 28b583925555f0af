using System.Globalization;
using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Boxes where the chart has them, and a line with two corners from each to the one that it belongs to.</summary>
internal sealed class BoxChartPainter(LineBreaker breaker, float width)
{
    private const float Joint = 12;
    private const float Bar = 2.5f;
    private const uint Opaque = 0xFF000000;

    // Texts are broken into their lines already.
    private const float NoBreak = 10_000;

    public PaintedDrawing Paint(BoxChart chart)
    {
        var right = chart.Boxes.Max(box => box.Place.X + box.Place.Width) + 1;
        var bottom = chart.Boxes.Max(box => box.Place.Y + box.Place.Height) + 1;
        var scale = Math.Min(1, width / right);
        return new PaintedDrawing(
            bottom * scale,
            (pen, x, y) =>
            {
                pen.Canvas.Save();
                pen.Canvas.Translate(x + ((width - (right * scale)) / 2), y);
                pen.Canvas.Scale(scale);
                foreach (var box in chart.Boxes.Where(box => box.Above >= 0))
                    Join(pen, chart.Boxes[box.Above], box);
                foreach (var box in chart.Boxes)
                    Draw(pen, box);
                pen.Canvas.Restore();
            }
        );
    }

    private static void Join(Pen pen, ChartBox above, ChartBox below)
    {
        var (from, to) = (above.Place, below.Place);
        var (start, end) = (from.X + from.Width, to.X);
        var middle = start + ((end - start) / 2);
        var stroke = pen.Stroke(0.8f, Theme.Rule);
        pen.Canvas.DrawLine(start, from.Y + Joint, middle, from.Y + Joint, stroke);
        pen.Canvas.DrawLine(middle, from.Y + Joint, middle, to.Y + Joint, stroke);
        pen.Canvas.DrawLine(middle, to.Y + Joint, end, to.Y + Joint, stroke);
    }

    private void Draw(Pen pen, ChartBox box)
    {
        var place = SKRect.Create(box.Place.X, box.Place.Y, box.Place.Width, box.Place.Height);
        pen.Ground(place, Opaque | uint.Parse(box.Ground, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        pen.Frame(place, 0.8f, Theme.Accent);
        if (box.IsMarked)
            pen.Ground(SKRect.Create(place.Left, place.Top, Bar, place.Height), Theme.Palette[^1]);
        foreach (var text in box.Texts)
        {
            var style = new TextStyle(text.Bold ? Face.Bold : Face.Regular, text.Size);
            foreach (var line in breaker.Break([new(text.Text, style)], NoBreak, LineAlignment.Left))
                line.Draw(pen, place.Left + Bar + 3, place.Top + text.Baseline);
        }
    }
}
