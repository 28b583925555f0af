using SkiaSharp;

namespace Sakip.Documents;

/// <summary>Pictures that people upload, made harmless: decoded, and encoded anew without what else the file carried.</summary>
public static class ImageFiles
{
    private const int LargestSide = 1600;
    private const int LargestDeclaredSide = 8000;

    /// <summary>The picture as a PNG of moderate size; null when the bytes are no PNG or JPEG, or claim to be huge.</summary>
    public static byte[]? Clean(byte[] upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        using var data = SKData.CreateCopy(upload);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg)
            || codec.Info.Width > LargestDeclaredSide || codec.Info.Height > LargestDeclaredSide)
        {
            return null;
        }

        using var bitmap = SKBitmap.Decode(codec);
        if (bitmap is null) return null;
        var scale = Math.Min(1f, (float)LargestSide / Math.Max(bitmap.Width, bitmap.Height));
        using var image = SKImage.FromBitmap(bitmap);
        if (scale == 1) return Encoded(image);
        using var surface = SKSurface.Create(new SKImageInfo(
            Math.Max(1, (int)(bitmap.Width * scale)), Math.Max(1, (int)(bitmap.Height * scale))));
        surface.Canvas.DrawImage(
            image, SKRect.Create(0, 0, surface.Canvas.DeviceClipBounds.Width, surface.Canvas.DeviceClipBounds.Height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), null);
        using var smaller = surface.Snapshot();
        return Encoded(smaller);
    }

    private static byte[] Encoded(SKImage image)
    {
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
