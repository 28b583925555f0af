using System.Diagnostics;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Sakip.Tests.Orchestrations.Documents;

/// <summary>A document printed and read again by programs that are not ours.</summary>
internal sealed class Printed
{
    private static readonly FontLibrary Fonts = new();

    private Printed(PdfResult result)
    {
        Result = result;
        using var pdf = PdfDocument.Open(result.Bytes);
        Pages = PagesOf(pdf);
        Stray =
        [
            .. pdf.GetPages()
                .SelectMany(page =>
                    page.Letters.Where(letter => letter.Value.Trim().Length > 0)
                        .Where(letter => letter.BoundingBox.Left < 0 || letter.BoundingBox.Right > page.Width)
                        .Select(letter => $"page {page.Number}: {letter.Value}")
                ),
        ];
    }

    public PdfResult Result { get; }

    /// <summary>The text of each page.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>Letters that lie beyond their page's left or right edge.</summary>
    public IReadOnlyList<string> Stray { get; }

    public static Printed Of(Document document) => new(new PdfWriter(Fonts).Write(document));

    public static Printed Of(params Block[] blocks) => Of(SampleDocument.Of(blocks));

    /// <summary>The text of each page of a file.</summary>
    public static IReadOnlyList<string> PagesOf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return PagesOf(pdf);
    }

    private static List<string> PagesOf(PdfDocument pdf) =>
        [.. pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page))];

    /// <summary>What qpdf has against the file; null where qpdf is not installed.</summary>
    public async Task<string?> CheckAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        await File.WriteAllBytesAsync(file, Result.Bytes, cancellation);
        try
        {
            using var qpdf = Process.Start(
                new ProcessStartInfo("qpdf", ["--check", file])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var complaints = await qpdf.StandardError.ReadToEndAsync(cancellation);
            await qpdf.WaitForExitAsync(cancellation);
            return qpdf.ExitCode == 0 ? "" : $"exit {qpdf.ExitCode}: {complaints}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
