using Sakip.Documents;
using SkiaSharp;

namespace Sakip.Tests.Orchestrations.Documents;

/// <summary>Pictures cost by their pixels, whatever their files weigh.</summary>
public sealed class ImageFilesTests
{
    [Fact]
    public void A_picture_of_more_than_sixteen_million_pixels_is_refused() =>
        Assert.Null(ImageFiles.Clean(Picture(4_001, 4_000, SKEncodedImageFormat.Png)));

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void A_large_picture_becomes_a_moderate_one(SKEncodedImageFormat format)
    {
        using var cleaned = SKBitmap.Decode(ImageFiles.Clean(Picture(3_200, 1_600, format)));

        Assert.InRange(cleaned.Width, 800, 1_600);
        Assert.Equal(2, (double)cleaned.Width / cleaned.Height, 0.1);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void A_picture_that_is_cut_off_is_refused(SKEncodedImageFormat format)
    {
        var whole = Picture(300, 300, format);

        Assert.NotNull(ImageFiles.Clean(whole));
        Assert.Null(ImageFiles.Clean(whole[..(whole.Length / 2)]));
    }

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { Color = SKColors.Teal })
        {
            for (var i = 0; i < width; i += 7)
                canvas.DrawCircle(i, i % height, 40, paint);
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var encoded = image.Encode(format, 90);
        return encoded.ToArray();
    }
}
