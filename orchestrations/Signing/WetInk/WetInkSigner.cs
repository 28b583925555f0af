using SkiaSharp;

namespace Sakip.Signing;

/// <summary>
/// Ink on paper: the uploaded pages of the scan become a PDF of their own, or the scanner's PDF is kept, each marked as what it is and bearing the hash of
/// the document that was printed and signed. It proves nothing by itself; who uploaded it stands in the audit chain.
/// </summary>
internal sealed class WetInkSigner : IDocumentSigner
{
    public const int MostPages = 60;
    public const int LargestPage = 15 * 1024 * 1024;
    public const string Mark = "Tanda tangan basah (hasil pindai)";
    private const long MostPixels = 60_000_000;

    // A4 in points, with a band at the foot for the mark.
    private const float PageWidth = 595;
    private const float PageHeight = 842;
    private const float Band = 34;
    private const float Margin = 18;

    public SignatureMethod Method => SignatureMethod.WetInk;

    public Task<SignedDocument> SignAsync(SigningRequest request, CancellationToken cancellationToken)
    {
        request.Check();
        if (request.Scan.Count is 0 or > MostPages)
        {
            throw new DocumentNotSignableException($"Unggah 1 sampai {MostPages} halaman hasil pindai.");
        }

        var before = SignedDocument.HashOf(request.Pdf);
        var scan = request.Scan.Any(page => ScannedPdf.IsPdf(page.Image))
            ? Keep(request, before, cancellationToken)
            : Draw(request, before, cancellationToken);
        return Task.FromResult(
            new SignedDocument(scan, before, SignedDocument.HashOf(scan), Method, Certificate: null, IsVisible: true)
        );
    }

    private static byte[] Keep(SigningRequest request, string hash, CancellationToken cancellation) =>
        request.Scan is [var only]
            ? ScannedPdf.Mark(only.Image, (page, pages) => Lines(request, hash, page, pages), cancellation)
            : throw new DocumentNotSignableException(
                "Unggah satu PDF yang memuat semua halaman, atau gambar JPEG/PNG saja; keduanya tidak dicampur."
            );

    private static string[] Lines(SigningRequest request, string hash, int page, int pages) =>
        [$"{Mark} – {request.Signer.Name} – halaman {page}/{pages}", $"Dokumen asli SHA-256: {hash}"];

    private static byte[] Draw(SigningRequest request, string hash, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = Mark,
            Author = request.Signer.Name,
            Subject = $"Dokumen asli SHA-256 {hash}",
            Creation = request.At.UtcDateTime,
            Modified = request.At.UtcDateTime,
        };
        using (var document = SKDocument.CreatePdf(output, metadata))
        using (var font = new SignatureFont())
        {
            for (var page = 0; page < request.Scan.Count; page++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var image = Open(request.Scan[page], page + 1);
                var canvas = document.BeginPage(PageWidth, PageHeight);
                DrawScan(canvas, image);
                DrawMark(canvas, font, request, hash, page + 1);
                document.EndPage();
            }

            document.Close();
        }

        return output.ToArray();
    }

    private static SKImage Open(ScanPage page, int number)
    {
        if (page.Image.Length > LargestPage)
        {
            throw new DocumentNotSignableException(
                $"Halaman pindai {number} lebih besar dari {LargestPage / 1024 / 1024} MB."
            );
        }

        using var data = SKData.CreateCopy(page.Image);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png })
        {
            throw new DocumentNotSignableException(
                $"Halaman pindai {number} bukan gambar JPEG atau PNG, dan bukan PDF."
            );
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            throw new DocumentNotSignableException(
                $"Halaman pindai {number} terlalu besar; pindai dengan 300 dpi atau kurang."
            );
        }

        using var bitmap = new SKBitmap(codec.Info);
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success
            ? SKImage.FromEncodedData(data)
            : throw new DocumentNotSignableException($"Halaman pindai {number} rusak atau tidak lengkap.");
    }

    private static void DrawScan(SKCanvas canvas, SKImage image)
    {
        var scale = Math.Min((PageWidth - (2 * Margin)) / image.Width, (PageHeight - Margin - Band) / image.Height);
        var (width, height) = (image.Width * scale, image.Height * scale);
        var left = (PageWidth - width) / 2;
        canvas.DrawImage(
            image,
            SKRect.Create(left, Margin, width, height),
            new SKSamplingOptions(SKCubicResampler.Mitchell)
        );
    }

    private static void DrawMark(SKCanvas canvas, SignatureFont font, SigningRequest request, string hash, int page)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var letters = font.OfSize(7.5);
        var lines = Lines(request, hash, page, request.Scan.Count);
        canvas.DrawText(font.Showable(lines[0]), Margin, PageHeight - 18, SKTextAlign.Left, letters, ink);
        canvas.DrawText(lines[1], Margin, PageHeight - 8, SKTextAlign.Left, letters, ink);
    }
}
