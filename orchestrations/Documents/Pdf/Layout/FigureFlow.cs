namespace Sakip.Documents.Pdf.Layout;

/// <summary>A drawing; never cut, and made smaller where it is higher than its room.</summary>
internal sealed record FigureFlow(PaintedDrawing Drawing, float Width, float Room) : Flow
{
    private float Scale => Math.Min(1, Room / Drawing.Height);

    public override float Height => Drawing.Height * Scale;

    public override void Draw(Pen pen, float x, float y)
    {
        pen.Canvas.Save();
        pen.Canvas.Translate(x + (Width * (1 - Scale) / 2), y);
        pen.Canvas.Scale(Scale);
        Drawing.Draw(pen, 0, 0);
        pen.Canvas.Restore();
    }
}
