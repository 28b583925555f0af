using SkiaSharp;

namespace Sakip.Signing;

/// <summary>Draws a signature's block as a PNG, for a service that sets the block itself.</summary>
internal static class SignaturePicture
{
    private const int PixelsPerPoint = 4;

    public static byte[] Draw(SignatureAppearance appearance)
    {
        using var font = new SignatureFont();
        var layout = SignatureBlockLayout.Of(appearance, isTrial: false, font);
        using var bitmap = new SKBitmap((int)(layout.Width * PixelsPerPoint), (int)(layout.Height * PixelsPerPoint));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(PixelsPerPoint);
            Draw(canvas, layout, appearance.QrPayload, font);
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    private static void Draw(SKCanvas canvas, SignatureBlockLayout layout, string? payload, SignatureFont font)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var square = new SKPaint { Color = SKColors.Black };
        using var letters = font.OfSize(layout.TextSize);
        foreach (var line in layout.Lines)
        {
            canvas.DrawText(
                font.Showable(line.Text),
                (float)line.X,
                (float)(layout.Height - line.Y),
                SKTextAlign.Left,
                letters,
                ink
            );
        }

        if (payload is null)
        {
            return;
        }

        var qr = new QrModules(payload);
        var module = layout.QrSide / qr.Size;
        var top = layout.Height - layout.QrBottom - layout.QrSide;
        foreach (var (row, column, length) in qr.Runs())
        {
            canvas.DrawRect(
                (float)(layout.QrLeft + (column * module)),
                (float)(top + (row * module)),
                (float)(length * module),
                (float)module,
                square
            );
        }
    }
}
