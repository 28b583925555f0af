using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>The cover; it draws on the whole page, margins included.</summary>
internal sealed record CoverFlow(
    IReadOnlyList<TextLine> Head, IReadOnlyList<TextLine> Title, IReadOnlyList<TextLine> Office, IReadOnlyList<TextLine> Address, uint Band)
    : Flow
{
    private const float Room = Theme.ShortSide - 110;

    public override float Height => 1;

    public static CoverFlow Of(Cover cover, LineBreaker breaker)
    {
        var band = Theme.Opaque(cover.BandHex);
        var onBand = Theme.InkOn(band);
        return new CoverFlow(
            Lines(cover.HeadLines, new TextStyle(Face.Bold, 15, Theme.Accent)),
            Lines([.. cover.TitleLines, cover.Year], new TextStyle(Face.Bold, 25, onBand)),
            Lines(cover.OfficeLines, new TextStyle(Face.Bold, 15)),
            Lines(cover.AddressLines, new TextStyle(Face.Regular, 9.5f, Theme.Muted)),
            band);

        IReadOnlyList<TextLine> Lines(IReadOnlyList<string> texts, TextStyle style) =>
            [.. texts.SelectMany(text => breaker.Break([new(text, style)], Room, LineAlignment.Centre))];
    }

    public override void Draw(Pen pen, float x, float y)
    {
        const float Left = 55;
        var page = pen.Page;
        DrawLines(pen, Head, Left, 92, 20);
        Emblem(pen, new SKPoint(page.Width / 2, 205 + (Math.Max(0, Head.Count - 2) * 20)));
        var bandHeight = (Title.Count * 36) + 60;
        var bandTop = (page.Height / 2) - (bandHeight / 2) + 10;
        pen.Ground(SKRect.Create(0, bandTop, page.Width, bandHeight), Band);
        pen.Ground(SKRect.Create(0, bandTop + bandHeight + 4, page.Width, 2.5f), 0xFFC9A227);
        DrawLines(pen, Title, Left, bandTop + 30, 36);
        DrawLines(pen, Office, Left, bandTop + bandHeight + 40, 21);
        DrawLines(pen, Address, Left, page.Height - 60 - (Address.Count * 14), 14);
    }

    private static void DrawLines(Pen pen, IReadOnlyList<TextLine> lines, float left, float top, float leading)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].Draw(pen, left, top + (i * leading) + (leading * 0.74f));
        }
    }

    // A neutral shield with a star: an office puts its own arms here.
    private void Emblem(Pen pen, SKPoint centre)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(centre.X - 38, centre.Y - 46);
        builder.LineTo(centre.X + 38, centre.Y - 46);
        builder.LineTo(centre.X + 38, centre.Y + 6);
        builder.CubicTo(centre.X + 38, centre.Y + 30, centre.X + 18, centre.Y + 42, centre.X, centre.Y + 52);
        builder.CubicTo(centre.X - 18, centre.Y + 42, centre.X - 38, centre.Y + 30, centre.X - 38, centre.Y + 6);
        builder.Close();
        using var shield = builder.Detach();
        pen.Canvas.DrawPath(shield, pen.Fill(0xFFF7F3E3));
        pen.Canvas.DrawPath(shield, pen.Stroke(2.5f, Band));

        using var points = new SKPathBuilder();
        for (var i = 0; i < 10; i++)
        {
            var radius = i % 2 == 0 ? 24f : 9.5f;
            var angle = (MathF.PI * i / 5) - (MathF.PI / 2);
            var point = new SKPoint(centre.X + (radius * MathF.Cos(angle)), centre.Y - 2 + (radius * MathF.Sin(angle)));
            if (i == 0)
            {
                points.MoveTo(point);
            }
            else
            {
                points.LineTo(point);
            }
        }

        points.Close();
        using var star = points.Detach();
        pen.Canvas.DrawPath(star, pen.Fill(0xFFC9A227));
    }
}
