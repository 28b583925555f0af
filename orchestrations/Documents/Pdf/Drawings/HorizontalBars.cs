using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>A bar per category from the left, with the category's name before it and the value behind it.</summary>
internal sealed class HorizontalBars(Chart chart, LineBreaker breaker, float width)
{
    private const float Bar = 12;

    // What a value behind its bar needs before the mark.
    private const float TextRoom = 95;

    private static readonly TextStyle Label = new(Face.Regular, 8.5f);
    private static readonly TextStyle Value = new(Face.Bold, 8);

    private readonly ChartScale _scale = new([
        .. chart.Series.SelectMany(series => series.Values).Append(chart.Mark).OfType<decimal>(),
    ]);
    private readonly ChartLegend _legend = new(chart.Series.Count > 1 ? chart.Series : [], breaker, width);

    public PaintedDrawing Paint()
    {
        var names = width * 0.36f;
        var rows = chart
            .Categories.Select(text => breaker.Break([new(text, Label)], names - 8, LineAlignment.Left))
            .ToArray();
        var heights = rows.Select(lines => Math.Max(lines.Count * 11f, Bar * Math.Max(1, chart.Series.Count)) + 7)
            .ToArray();
        return new PaintedDrawing(
            heights.Sum() + _legend.Height + 4,
            (pen, x, y) =>
            {
                var top = y;
                for (var i = 0; i < rows.Length; i++)
                {
                    for (var line = 0; line < rows[i].Count; line++)
                        rows[i][line].Draw(pen, x, top + 9 + (line * 11));
                    DrawBars(pen, i, x + names, top);
                    top += heights[i];
                }

                pen.Rule(x + names, y, x + names + 0.6f, top - y, Theme.Rule);
                if (chart.Mark is { } mark)
                    DrawMark(pen, x + names + (Room * _scale.Share(mark)), y, top);
                _legend.Draw(pen, x + names, top + 4);
            }
        );
    }

    private float Room => width * 0.64f - (chart.Labels is null ? 60 : 118);

    private static void DrawMark(Pen pen, float x, float top, float bottom)
    {
        using var dash = SKPathEffect.CreateDash([3, 2.5f], 0);
        pen.Canvas.DrawLine(x, top - 2, x, bottom - 2, pen.Stroke(0.8f, Theme.Muted, dash));
    }

    private void DrawBars(Pen pen, int category, float x, float y)
    {
        foreach (var (n, series) in chart.Series.Index())
        {
            var top = y + (n * Bar);
            if (series.Values.ElementAtOrDefault(category) is not { } value)
            {
                breaker.Single("–", Value).Draw(pen, x + 4, top + 9);
                continue;
            }

            var length = Room * _scale.Share(value);
            var place = SKRect.Create(x, top, length, Bar - 2);
            if (chart.Colours?.ElementAtOrDefault(category) is { } colour)
            {
                pen.Ground(place, Theme.Opaque(colour));
                // Light ratings such as yellow need an edge on white paper.
                pen.Frame(place, 0.6f, Theme.Muted);
            }
            else
            {
                pen.Ground(place, Theme.Palette[n % Theme.Palette.Length]);
            }

            var unit = chart.Unit is { } measure ? (measure == "%" ? "%" : " " + measure) : "";
            var text = chart.Labels?.ElementAtOrDefault(category) ?? ChartScale.Text(value) + unit;
            // A bar that ends just before the mark has its value behind the mark, not on it.
            var mark = chart.Mark is { } line ? Room * _scale.Share(line) : 0;
            var after = length <= mark && length + 6 > mark - TextRoom ? mark : length;
            breaker.Single(text, Value).Draw(pen, x + after + 5, top + 8.5f);
        }
    }
}
