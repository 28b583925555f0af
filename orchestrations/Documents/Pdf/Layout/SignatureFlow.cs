using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>Parties side by side; never cut.</summary>
internal sealed record SignatureFlow(IReadOnlyList<SignatureColumn> Columns, float Width) : Flow
{
    public const float SpaceHeight = 70;
    public const float Leading = 14.5f;
    public const float ColumnGap = 24;

    private float RoleHeight => Columns.Max(c => c.Role.Count) * Leading;

    public override float Height =>
        RoleHeight + SpaceHeight + 12 + (Columns.Max(c => c.Name.Count + c.Identity.Count) * Leading);

    public static float ColumnWidth(float width, int parties) =>
        parties == 1 ? width * 0.5f : (width - ColumnGap) / parties;

    public override void Draw(Pen pen, float x, float y)
    {
        var width = ColumnWidth(Width, Columns.Count);
        for (var i = 0; i < Columns.Count; i++)
        {
            var left = Columns.Count == 1 ? x + Width - width : x + (i * (width + ColumnGap));
            DrawColumn(pen, Columns[i], left, y, width);
        }
    }

    private void DrawColumn(Pen pen, SignatureColumn column, float left, float top, float width)
    {
        // Role lines end at the same height in every column, so that signatures stand level.
        var y = DrawLines(pen, column.Role, left, top + RoleHeight - (column.Role.Count * Leading)) + 6;
        var place = SKRect.Create(left, y, width, SpaceHeight);
        column.Qr?.Draw(pen, SKRect.Create(place.MidX - (SpaceHeight / 2), y, SpaceHeight, SpaceHeight));
        if (column.Elsewhere.Count == 0)
            pen.Slot(column.Slot, place);
        else
            DrawElsewhere(pen, column.Elsewhere, place);
        y = DrawLines(pen, column.Name, left, y + SpaceHeight + 6);
        DrawLines(pen, column.Identity, left, y);
    }

    private static void DrawElsewhere(Pen pen, IReadOnlyList<TextLine> lines, SKRect place)
    {
        var height = (lines.Count * Theme.Leading(Theme.NoteSize)) + 14;
        var frame = SKRect.Create(place.Left + 18, place.MidY - (height / 2), place.Width - 36, height);
        pen.Frame(frame, 0.6f, Theme.Rule);
        for (var i = 0; i < lines.Count; i++)
            lines[i].Draw(pen, place.Left, frame.Top + 7 + (Theme.Leading(Theme.NoteSize) * (i + 0.76f)));
    }

    private static float DrawLines(Pen pen, IReadOnlyList<TextLine> lines, float left, float y)
    {
        foreach (var line in lines)
        {
            line.Draw(pen, left, y + (Leading * 0.75f));
            y += Leading;
        }

        return y;
    }
}

internal sealed record SignatureColumn(
    string Slot,
    IReadOnlyList<TextLine> Role,
    IReadOnlyList<TextLine> Name,
    IReadOnlyList<TextLine> Identity,
    IReadOnlyList<TextLine> Elsewhere,
    QrDrawing? Qr
);
