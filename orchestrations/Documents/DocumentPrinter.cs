namespace Sakip.Documents;

/// <summary>Makes a document's files. Safe for any number of threads.</summary>
internal sealed class DocumentPrinter(PdfWriter pdf, DocxWriter docx, XlsxWriter xlsx)
{
    public byte[] Print(Document document, FileFormat format) =>
        format switch
        {
            FileFormat.Docx => docx.Write(document, pdf.Write(document)),
            FileFormat.Xlsx => xlsx.Write(document),
            _ => pdf.Write(document).Bytes,
        };

    /// <summary>All three, which agree with each other: the Word file tells the PDF's pages.</summary>
    public PrintedFiles PrintAll(Document document)
    {
        var paginated = pdf.Write(document);
        return new PrintedFiles(paginated, docx.Write(document, paginated), xlsx.Write(document));
    }
}

internal sealed record PrintedFiles(PdfResult Pdf, byte[] Docx, byte[] Xlsx);
