using Sakip.Documents.Pdf;
using Sakip.Documents.Pdf.Layout;
using SkiaSharp;

namespace Sakip.Documents;

/// <summary>
/// Writes a document as PDF/A-2b: the official, paginated copy. The same document gives the same bytes. Safe for any number
/// of threads.
/// </summary>
internal sealed class PdfWriter(FontLibrary fonts)
{
    /// <exception cref="UnknownReferenceException">A reference names an id that no block has.</exception>
    public PdfResult Write(Document document)
    {
        var complete = HeadingIds.Complete(document);
        var laid = LaidDocument.Of(complete, fonts);
        using var stream = new MemoryStream();
        using var pen = new Pen(fonts);
        using (var pdf = SKDocument.CreatePdf(stream, Metadata(document.Info)))
        {
            var painter = new PagePainter(document.Info, new LineBreaker(fonts), pen);
            foreach (var (i, page) in laid.Pages.Index())
            {
                pen.Begin(pdf.BeginPage(page.Width, page.Height), new SKSize(page.Width, page.Height), i + 1);
                painter.Paint(page);
                pdf.EndPage();
            }

            pdf.Close();
        }

        var bytes = PdfFinish.Complete(PdfFinish.WithStableIds(stream.ToArray()), complete, laid);
        return new PdfResult(
            bytes,
            laid.Pages.Count,
            [.. laid.Pages.Select(page => page.Label)],
            laid.PageOfId,
            pen.Slots
        );
    }

    private static SKDocumentPdfMetadata Metadata(DocumentInfo info) =>
        new()
        {
            Title = info.Title,
            Subject = info.Subject,
            Author = info.Author,
            Creator = "Sakip",
            Producer = "Sakip",
            Creation = info.Created.UtcDateTime,
            Modified = info.Created.UtcDateTime,
            PdfA = true,
            RasterDpi = 144,
            EncodingQuality = 90,
        };
}
