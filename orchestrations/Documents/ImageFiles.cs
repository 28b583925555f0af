using SkiaSharp;

namespace Sakip.Documents;

/// <summary>
/// Pictures that people upload, made harmless: decoded, and encoded anew without what else the file carried. One is decoded at
/// a time, since a small file can hold many pixels.
/// </summary>
internal static class ImageFiles
{
    public const long MostPixels = 16_000_000;
    private const int LargestSide = 1600;
    private static readonly Lock One = new();

    /// <summary>
    /// The picture as a PNG of moderate size; null when the bytes are no PNG or JPEG, are cut off, or claim to be huge.
    /// </summary>
    public static byte[]? Clean(byte[] upload)
    {
        lock (One)
        {
            using var data = SKData.CreateCopy(upload);
            using var codec = SKCodec.Create(data);
            if (
                codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg)
                || codec.Info.Width <= 0
                || codec.Info.Height <= 0
                || (long)codec.Info.Width * codec.Info.Height > MostPixels
            )
            {
                return null;
            }

            using var bitmap = Decode(codec);
            return bitmap is null ? null : Encoded(bitmap);
        }
    }

    // A JPEG can be decoded smaller than it is; a PNG cannot, and is within the limit.
    private static SKBitmap? Decode(SKCodec codec)
    {
        var wanted = Math.Min(1f, (float)LargestSide / Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions(wanted);
        var bitmap = new SKBitmap(
            new SKImageInfo(size.Width, size.Height, SKImageInfo.PlatformColorType, SKAlphaType.Premul)
        );
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose();
        return null;
    }

    private static byte[] Encoded(SKBitmap bitmap)
    {
        var scale = Math.Min(1f, (float)LargestSide / Math.Max(bitmap.Width, bitmap.Height));
        using var image = SKImage.FromBitmap(bitmap);
        if (scale == 1)
            return Encoded(image);
        using var surface = SKSurface.Create(
            new SKImageInfo(Math.Max(1, (int)(bitmap.Width * scale)), Math.Max(1, (int)(bitmap.Height * scale)))
        );
        surface.Canvas.DrawImage(
            image,
            SKRect.Create(0, 0, surface.Canvas.DeviceClipBounds.Width, surface.Canvas.DeviceClipBounds.Height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear),
            null
        );
        using var smaller = surface.Snapshot();
        return Encoded(smaller);
    }

    private static byte[] Encoded(SKImage image)
    {
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
