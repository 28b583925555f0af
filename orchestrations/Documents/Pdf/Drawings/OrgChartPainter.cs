using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>A tree of posts from the top. Children that would not fit side by side hang below each other.</summary>
internal sealed class OrgChartPainter(LineBreaker breaker, float width)
{
    private const float Gap = 10;
    private const float Drop = 24;
    private const float LeastBox = 78;

    private static readonly TextStyle Post = new(Face.Bold, 8.5f);
    private static readonly TextStyle Holder = new(Face.Regular, 8);

    public PaintedDrawing Paint(OrgNode root)
    {
        var height = Height(root, width);
        return new PaintedDrawing(height, (pen, x, y) => Draw(pen, root, x, y, width));
    }

    private static bool SideBySide(OrgNode node, float room) =>
        node.Children is { Count: > 0 } children && (room - (Gap * (children.Count - 1))) / children.Count >= LeastBox;

    private float Height(OrgNode node, float room)
    {
        var own = Box(node, BoxWidth(room)).Height;
        if (node.Children is not { Count: > 0 } children)
            return own;
        if (SideBySide(node, room))
            return own + Drop + children.Max(child => Height(child, ChildRoom(room, children.Count)));
        return own + children.Sum(child => Gap + Height(child, BoxWidth(room) - Drop));
    }

    private static float BoxWidth(float room) => Math.Min(room, 190);

    private static float ChildRoom(float room, int count) => (room - (Gap * (count - 1))) / count;

    private void Draw(Pen pen, OrgNode node, float x, float y, float room)
    {
        var sideBySide = SideBySide(node, room);
        var box = Box(node, BoxWidth(room));
        var left = x + ((room - BoxWidth(room)) / 2);
        var place = SKRect.Create(left, y, BoxWidth(room), box.Height);
        pen.Ground(place, Theme.GroupGround);
        pen.Frame(place, 0.8f, Theme.Accent);
        for (var i = 0; i < box.Lines.Count; i++)
            box.Lines[i].Draw(pen, left + 5, y + 13 + (i * 11));
        if (node.Children is not { Count: > 0 } children)
            return;
        if (sideBySide)
            DrawBeside(pen, children, x, place, room);
        else
            DrawBelow(pen, children, place);
    }

    private void DrawBeside(Pen pen, IReadOnlyList<OrgNode> children, float x, SKRect parent, float room)
    {
        var each = ChildRoom(room, children.Count);
        var bus = parent.Bottom + (Drop / 2);
        pen.Canvas.DrawLine(parent.MidX, parent.Bottom, parent.MidX, bus, pen.Stroke(0.8f, Theme.Ink));
        for (var i = 0; i < children.Count; i++)
        {
            var middle = x + (i * (each + Gap)) + (each / 2);
            using var dash = children[i].Coordination ? SKPathEffect.CreateDash([3, 3], 0) : null;
            pen.Canvas.DrawLine(parent.MidX, bus, middle, bus, pen.Stroke(0.8f, Theme.Ink, dash));
            pen.Canvas.DrawLine(middle, bus, middle, parent.Bottom + Drop, pen.Stroke(0.8f, Theme.Ink, dash));
            Draw(pen, children[i], x + (i * (each + Gap)), parent.Bottom + Drop, each);
        }
    }

    private void DrawBelow(Pen pen, IReadOnlyList<OrgNode> children, SKRect parent)
    {
        var room = parent.Width - Drop;
        var y = parent.Bottom + Gap;
        var stem = parent.Left + (Drop / 2);
        foreach (var child in children)
        {
            using var dash = child.Coordination ? SKPathEffect.CreateDash([3, 3], 0) : null;
            var middle = y + (Box(child, room).Height / 2);
            pen.Canvas.DrawLine(stem, parent.Bottom, stem, middle, pen.Stroke(0.8f, Theme.Ink, dash));
            pen.Canvas.DrawLine(stem, middle, parent.Left + Drop, middle, pen.Stroke(0.8f, Theme.Ink, dash));
            Draw(pen, child, parent.Left + Drop, y, room);
            y += Height(child, room) + Gap;
        }
    }

    private (IReadOnlyList<TextLine> Lines, float Height) Box(OrgNode node, float room)
    {
        List<TextLine> lines = breaker.Break([new(node.Post, Post)], room - 10, LineAlignment.Centre);
        if (node.Holder is { } holder)
            lines.AddRange(breaker.Break([new(holder, Holder)], room - 10, LineAlignment.Centre));
        return (lines, (lines.Count * 11) + 10);
    }
}
