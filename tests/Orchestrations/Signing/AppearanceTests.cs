using Sakip.Signing;
using SkiaSharp;
using static Sakip.Tests.Orchestrations.Signing.SigningWorld;

namespace Sakip.Tests.Orchestrations.Signing;

public sealed class AppearanceTests
{
    [Fact]
    public async Task The_block_can_be_read_and_searched_and_says_what_it_is_worth()
    {
        var text = await TextOfAsync(await SignTwiceAsync());

        Assert.Contains("Ditandatangani secara elektronik oleh:", text, StringComparison.Ordinal);
        Assert.Contains("Contoh Pertama, S.Kom.", text, StringComparison.Ordinal);
        Assert.Contains("Contoh Kedua, M.Si.", text, StringComparison.Ordinal);
        Assert.Contains("UJI COBA – tidak berlaku sebagai dokumen resmi", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_blocks_font_is_embedded_and_maps_to_text()
    {
        var (_, fonts) = await RunAsync("pdffonts", await SignAsync(Document(), First));

        var font = Assert.Single(fonts.Split('\n').Skip(2), line => line.Length > 0);
        Assert.Matches("Type 3 .* yes +no +yes ", font);
    }

    [Fact]
    public void Text_that_the_font_lacks_becomes_question_marks_and_fails_nothing()
    {
        using var font = new SignatureFont();

        Assert.Equal("I Gusti Ngurah Ä?é ?? ?", font.Showable("I Gusti Ngurah Ä漢é 😀 \n"));
    }

    [Fact]
    public void A_long_line_is_set_smaller_until_it_fits()
    {
        using var font = new SignatureFont();
        var appearance = new SignatureAppearance
        {
            Page = 1,
            X = 0,
            Y = 0,
            Width = 200,
            Height = 60,
            Lines = [new string('M', 40), "pendek"],
        };

        var layout = SignatureBlockLayout.Of(appearance, isTrial: true, font);

        Assert.InRange(layout.TextSize, 3, 9);
        Assert.All(layout.Lines, l => Assert.InRange(l.X + (font.WidthOf(l.Text) * layout.TextSize), 0, 200));
        Assert.All(layout.Lines, l => Assert.InRange(l.Y, 0, 60));
    }

    [Fact]
    public void The_picture_has_the_blocks_shape()
    {
        using var picture = SKBitmap.Decode(SignaturePicture.Draw(Request(Document(), First).Appearance!));

        Assert.Equal((880, 240), (picture.Width, picture.Height));
        Assert.Contains(picture.Pixels, p => p == SKColors.Black);
    }
}
