namespace Sakip.Documents.Pdf.Layout;

/// <summary>A drawing set to a width: how high it is and how it is drawn.</summary>
internal sealed record PaintedDrawing(float Height, Action<Pen, float, float> Draw);

internal static class DrawingPainter
{
    public static PaintedDrawing Of(Drawing drawing, LineBreaker breaker, float width) =>
        drawing switch
        {
            Chart { Kind: ChartKind.HorizontalBar } chart => new HorizontalBars(chart, breaker, width).Paint(),
            Chart chart => new VerticalChart(chart, breaker, width).Paint(),
            BoxChart chart => new BoxChartPainter(breaker, width).Paint(chart),
            OrgChart chart => new OrgChartPainter(breaker, width).Paint(chart.Root),
            _ => throw new NotSupportedException($"The PDF writer cannot draw a {drawing.GetType().Name}."),
        };
}
