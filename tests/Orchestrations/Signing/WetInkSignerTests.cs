using Sakip.Documents.Pdf.Objects;
using Sakip.Signing;
using SkiaSharp;
using static Sakip.Tests.Orchestrations.Signing.SigningWorld;

namespace Sakip.Tests.Orchestrations.Signing;

public sealed class WetInkSignerTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    public async Task A_scan_becomes_a_pdf_marked_as_such_with_the_hash_of_what_was_signed(SKEncodedImageFormat format)
    {
        var signed = await SignAsync(Page(format), Page(format));
        var text = await TextOfAsync(signed.Pdf);
        var (exitCode, check) = await RunAsync("qpdf", signed.Pdf, "--check");

        Assert.Contains(
            "Tanda tangan basah (hasil pindai) – Contoh Pertama, S.Kom. – halaman 2/2",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains($"Dokumen asli SHA-256: {signed.HashBefore}", text, StringComparison.Ordinal);
        Assert.Equal((SignatureMethod.WetInk, null), (signed.Method, signed.Certificate));
        Assert.True(exitCode == 0, check);
    }

    [Fact]
    public async Task The_same_scan_gives_the_same_bytes() =>
        Assert.Equal((await SignAsync(Page())).HashAfter, (await SignAsync(Page())).HashAfter);

    [Fact]
    public async Task A_scan_is_no_electronic_signature()
    {
        var result = new SignatureVerifier([TrustAnchor.Trial], TimeProvider.System).Verify(
            (await SignAsync(Page())).Pdf
        );

        Assert.Equal(VerificationOutcome.NotSigned, result.Outcome);
    }

    [Fact]
    public async Task Nothing_to_scan_is_refused() => await AssertRefusedAsync("1 sampai 60 halaman");

    [Fact]
    public async Task What_is_no_picture_is_refused() =>
        await AssertRefusedAsync("halaman pindai 2 bukan", Page(), "halo"u8.ToArray());

    [Fact]
    public async Task A_scanner_s_pdf_is_kept_and_each_page_is_marked()
    {
        var scan = (await SignAsync(Page(), Page(SKEncodedImageFormat.Jpeg))).Pdf;

        var signed = await SignAsync(scan);

        var text = await TextOfAsync(signed.Pdf);
        var (exitCode, check) = await RunAsync("qpdf", signed.Pdf, "--check");
        Assert.True(signed.Pdf.AsSpan().StartsWith(scan), "the scan's own bytes are kept");
        Assert.Contains("halaman 2/2", text, StringComparison.Ordinal);
        Assert.True(exitCode == 0, check);
        Assert.Equal(
            VerificationOutcome.NotSigned,
            new SignatureVerifier([TrustAnchor.Trial], TimeProvider.System).Verify(signed.Pdf).Outcome
        );
    }

    [Fact]
    public async Task A_pdf_and_pictures_together_are_refused() =>
        await AssertRefusedAsync("tidak dicampur", Page(), Document());

    [Fact]
    public async Task Half_a_pdf_is_refused() =>
        await AssertRefusedAsync("rusak atau tidak lengkap", Document()[..900]);

    [Fact]
    public async Task A_pdf_beyond_the_size_is_refused() =>
        await AssertRefusedAsync("lebih besar dari 25 MB", [.. "%PDF-1.7"u8, .. new byte[ScannedPdf.LargestFile]]);

    [Fact]
    public async Task A_locked_pdf_is_refused_with_the_way_out()
    {
        var (_, locked) = await ConvertAsync(Document(), "--encrypt", "rahasia", "rahasia", "256", "--");

        await AssertRefusedAsync("terkunci kata sandi. Buka kuncinya", locked);
    }

    [Theory]
    [InlineData("OpenAction", "JavaScript")]
    [InlineData("AA", "Launch")]
    [InlineData("EmbeddedFiles", "GoTo")]
    public async Task A_pdf_with_a_program_or_file_in_it_is_refused_with_the_way_out(string entry, string action)
    {
        var file = PdfFile.Open(Document());
        var update = new PdfUpdate(file);
        var value = PdfDictionary.Of(("S", new PdfName(action)));
        update.Replace(file.Root, file.Catalog.With(entry, update.Add(value)));

        await AssertRefusedAsync("Cetak ke PDF", update.ToBytes());
    }

    [Fact]
    public async Task A_scan_that_is_signed_electronically_is_refused() =>
        await AssertRefusedAsync("sudah bertanda tangan elektronik", await SigningWorld.SignAsync(Document(), First));

    [Fact]
    public async Task Half_a_picture_is_refused() => await AssertRefusedAsync("halaman pindai 1 rusak", Page()[..400]);

    [Fact]
    public async Task A_page_beyond_the_size_is_refused() =>
        await AssertRefusedAsync("lebih besar dari 15 MB", new byte[WetInkSigner.LargestPage + 1]);

    private static async Task AssertRefusedAsync(string why, params byte[][] pages)
    {
        var refusal = await Assert.ThrowsAsync<DocumentNotSignableException>(() => SignAsync(pages));
        Assert.Contains(why, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<SignedDocument> SignAsync(params byte[][] pages) =>
        new WetInkSigner().SignAsync(
            Request(Document(), First) with
            {
                Scan = [.. pages.Select(p => new ScanPage(p))],
            },
            TestContext.Current.CancellationToken
        );

    private static byte[] Page(SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(620, 877);
        using (var canvas = new SKCanvas(bitmap))
        using (var ink = new SKPaint { Color = SKColors.DarkBlue, StrokeWidth = 3 })
        {
            canvas.Clear(SKColors.White);
            canvas.DrawLine(100, 700, 400, 760, ink);
        }

        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}
