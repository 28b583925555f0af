using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Grouped bars or lines over categories, with a value axis: from zero for bars. Where a value is absent stands a dash.</summary>
internal sealed class VerticalChart(Chart chart, LineBreaker breaker, float width)
{
    private const float Axis = 44;
    private const float PlotHeight = 150;
    private const float LabelRoom = 5;

    private static readonly TextStyle Label = new(Face.Regular, 8);
    private static readonly TextStyle Value = new(Face.Bold, 7.5f);

    private readonly ChartScale _scale = new(
        [.. chart.Series.SelectMany(series => series.Values).OfType<decimal>()],
        near: chart.Kind == ChartKind.Line
    );
    private readonly ChartLegend _legend = new(
        chart.Series,
        breaker,
        width - Axis,
        isLines: chart.Kind == ChartKind.Line
    );

    private float Slot => (width - Axis) / Math.Max(1, chart.Categories.Count);

    public PaintedDrawing Paint()
    {
        var labels = chart
            .Categories.Select(text => breaker.Break([new(text, Label)], Slot - 6, LineAlignment.Centre))
            .ToArray();
        var below = labels.Select(lines => lines.Count).DefaultIfEmpty().Max() * 10 + LabelRoom;
        var height = 14 + PlotHeight + below + _legend.Height + 6;
        return new PaintedDrawing(
            height,
            (pen, x, y) =>
            {
                DrawAxis(pen, x, y + 14);
                if (chart.Kind == ChartKind.Line)
                    DrawLines(pen, x + Axis, y + 14);
                else
                    DrawBars(pen, x + Axis, y + 14);
                for (var i = 0; i < labels.Length; i++)
                {
                    for (var line = 0; line < labels[i].Count; line++)
                    {
                        labels[i]
                            [line]
                            .Draw(pen, x + Axis + (i * Slot) + 3, y + 14 + PlotHeight + LabelRoom + 7 + (line * 10));
                    }
                }

                _legend.Draw(pen, x + Axis, y + 14 + PlotHeight + below + 6);
            }
        );
    }

    private void DrawAxis(Pen pen, float x, float y)
    {
        if (chart.Unit is { } unit)
            breaker.Single(unit, Label).Draw(pen, x, y - 6);
        foreach (var mark in _scale.Marks())
        {
            var at = y + PlotHeight * (1 - _scale.Share(mark));
            pen.Rule(x + Axis, at, x + width, 0.5f, mark == _scale.Bottom ? Theme.Rule : Theme.Hairline);
            var text = breaker.Single(ChartScale.Text(mark), Label);
            text.Draw(pen, x + Axis - 6 - text.Width, at + 2.8f);
        }
    }

    private void DrawBars(Pen pen, float x, float y)
    {
        var bar = Math.Min(34, (Slot - 12) / Math.Max(1, chart.Series.Count));
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var left = x + (i * Slot) + ((Slot - (bar * chart.Series.Count)) / 2);
            foreach (var (n, series) in chart.Series.Index())
            {
                if (series.Values.ElementAtOrDefault(i) is not { } value)
                {
                    Centred(pen, breaker.Single("–", Label), left + ((n + 0.5f) * bar), y + PlotHeight - 4);
                    continue;
                }

                var high = PlotHeight * _scale.Share(value);
                var place = SKRect.Create(left + (n * bar) + 1, y + PlotHeight - high, bar - 2, high);
                pen.Ground(place, Theme.Palette[n % Theme.Palette.Length]);
                DrawValue(pen, value, place.MidX, place.Top - 3, bar);
            }
        }
    }

    private void DrawLines(Pen pen, float x, float y)
    {
        // The first of several is the path that the others should take: dashed, and drawn last, so that both are seen
        // where they run together.
        using var dash = SKPathEffect.CreateDash([5, 4], 0);
        foreach (var (n, series) in chart.Series.Index().OrderByDescending(pair => pair.Index))
        {
            var colour = Theme.Palette[n % Theme.Palette.Length];
            var isPath = ChartLegend.IsPath(n, chart.Series.Count);
            SKPoint? before = null;
            for (var i = 0; i < chart.Categories.Count; i++)
            {
                if (series.Values.ElementAtOrDefault(i) is not { } value)
                {
                    before = null;
                    continue;
                }

                var point = new SKPoint(x + ((i + 0.5f) * Slot), y + (PlotHeight * (1 - _scale.Share(value))));
                if (before is { } from)
                    pen.Canvas.DrawLine(from, point, pen.Stroke(isPath ? 1.4f : 3.2f, colour, isPath ? dash : null));
                ChartLegend.Mark(pen, point, isPath, colour);
                if (!IsSaidBefore(n, i, value))
                    DrawValue(pen, value, point.X, point.Y + (IsLower(n, i, value) ? 12 : -6), Slot);
                before = point;
            }
        }
    }

    // Of two lines the lower one's value stands below it; of equal ones the second's is left out.
    private bool IsLower(int series, int category, decimal value) =>
        chart
            .Series.Where((_, other) => other != series)
            .Any(other => other.Values.ElementAtOrDefault(category) is { } its && its > value);

    private bool IsSaidBefore(int series, int category, decimal value) =>
        chart.Series.Take(series).Any(other => other.Values.ElementAtOrDefault(category) == value);

    private void DrawValue(Pen pen, decimal value, float centre, float baseline, float room)
    {
        var text = breaker.Single(ChartScale.Text(value), Value);
        if (text.Width <= room + 6)
            Centred(pen, text, centre, baseline);
    }

    private static void Centred(Pen pen, TextLine text, float centre, float baseline) =>
        text.Draw(pen, centre - (text.Width / 2), baseline);
}
