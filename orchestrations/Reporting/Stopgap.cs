#pragma warning disable IDE0161, IDE0160, CA1822 // Stands in until writers and builders land; removed with them.
namespace Sakip.Documents
{
    public sealed class DocxWriter
    {
        public byte[] Write(Document document, PdfResult paginated) =>
            System.Text.Encoding.UTF8.GetBytes(document.Info.Title);
    }
}
