namespace Sakip.Documents.Pdf.Layout;

/// <summary>A drawing of a fixed size; never cut.</summary>
internal sealed record FigureFlow(Action<Pen, float, float> Drawing, float DrawingHeight) : Flow
{
    public override float Height => DrawingHeight;

    public override void Draw(Pen pen, float x, float y) => Drawing(pen, x, y);
}
