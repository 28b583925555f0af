using Sakip.Consistency;

#pragma warning disable IDE0161, IDE0160, CA1822 // Stands in until writers and builders land; removed with them.
namespace Sakip.Documents
{
    public sealed class PdfWriter
    {
        public PdfResult Write(Document document)
        {
            using var stream = new MemoryStream();
            using (var pdf = SkiaSharp.SKDocument.CreatePdf(stream))
            {
                var page = pdf.BeginPage(595, 842);
                using var font = new SkiaSharp.SKFont(SkiaSharp.SKTypeface.Default, 12);
                using var paint = new SkiaSharp.SKPaint();
                page.DrawText(document.Info.Title, 50, 50, SkiaSharp.SKTextAlign.Left, font, paint);
                pdf.EndPage();
                pdf.Close();
            }

            return new PdfResult(
                stream.ToArray(), 1, [], new Dictionary<string, int>(),
                [new SignatureSlot("first", 1, 300, 100, 200, 60), new SignatureSlot("second", 1, 50, 100, 200, 60)]);
        }
    }

    public sealed class DocxWriter
    {
        public byte[] Write(Document document, PdfResult paginated) =>
            System.Text.Encoding.UTF8.GetBytes(document.Info.Title);
    }
}

namespace Sakip.Reporting
{
    public static class ReportGate
    {
        public static IReadOnlyList<Finding> Check(AnnualReportData data) => [];
    }
}
