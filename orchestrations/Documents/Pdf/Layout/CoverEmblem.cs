using SkiaSharp;

namespace Sakip.Documents.Pdf.Layout;

/// <summary>The office's own emblem, or a neutral drawing that is nobody's arms: a ring, a rising sun, an open book.</summary>
internal static class CoverEmblem
{
    private const uint Gold = 0xFFC9A227;
    private const int Rays = 9;

    public static void Draw(Pen pen, SKRect place, byte[]? logo, uint band)
    {
        if (logo is not null && Picture(pen, place, logo))
            return;
        var (centre, radius) = (new SKPoint(place.MidX, place.MidY), place.Width / 2);
        pen.Canvas.DrawCircle(centre, radius, pen.Fill(band));
        pen.Canvas.DrawCircle(centre, radius - 4, pen.Stroke(1.6f, Gold));
        pen.Canvas.DrawCircle(centre, radius - 9, pen.Fill(0xFFFDFBF3));
        var horizon = centre.Y + (radius * 0.12f);
        for (var i = 0; i < Rays; i++)
        {
            var angle = MathF.PI + (MathF.PI * (i + 0.5f) / Rays);
            var (dx, dy) = (MathF.Cos(angle), MathF.Sin(angle));
            pen.Canvas.DrawLine(
                centre.X + (dx * radius * 0.36f),
                horizon + (dy * radius * 0.36f),
                centre.X + (dx * radius * 0.62f),
                horizon + (dy * radius * 0.62f),
                pen.Stroke(2.4f, Gold)
            );
        }

        using var sun = Shape(path =>
        {
            path.AddArc(
                SKRect.Create(centre.X - (radius * 0.27f), horizon - (radius * 0.27f), radius * 0.54f, radius * 0.54f),
                180,
                180
            );
            path.Close();
        });
        pen.Canvas.DrawPath(sun, pen.Fill(Gold));
        foreach (var side in (float[])[-1, 1])
            Leaf(pen, centre.X, horizon + 3, radius, side, band);
    }

    private static void Leaf(Pen pen, float middle, float top, float radius, float side, uint band)
    {
        using var leaf = Shape(path =>
        {
            path.MoveTo(middle + (side * 1.2f), top + (radius * 0.10f));
            path.CubicTo(
                middle + (side * radius * 0.2f),
                top - (radius * 0.02f),
                middle + (side * radius * 0.45f),
                top - (radius * 0.02f),
                middle + (side * radius * 0.62f),
                top + (radius * 0.08f)
            );
            path.LineTo(middle + (side * radius * 0.54f), top + (radius * 0.40f));
            path.CubicTo(
                middle + (side * radius * 0.38f),
                top + (radius * 0.32f),
                middle + (side * radius * 0.18f),
                top + (radius * 0.34f),
                middle + (side * 1.2f),
                top + (radius * 0.46f)
            );
            path.Close();
        });
        pen.Canvas.DrawPath(leaf, pen.Fill(band));
    }

    private static SKPath Shape(Action<SKPathBuilder> draw)
    {
        using var builder = new SKPathBuilder();
        draw(builder);
        return builder.Detach();
    }

    private static bool Picture(Pen pen, SKRect place, byte[] logo)
    {
        using var image = SKImage.FromEncodedData(logo);
        if (image is null)
            return false;
        var scale = Math.Min(place.Width / image.Width, place.Height / image.Height);
        var (width, height) = (image.Width * scale, image.Height * scale);
        pen.Canvas.DrawImage(
            image,
            SKRect.Create(place.MidX - (width / 2), place.MidY - (height / 2), width, height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear),
            pen.Fill(0xFF000000)
        );
        return true;
    }
}
