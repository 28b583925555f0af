namespace Sakip.Documents.Pdf.Objects;

/// <summary>The bytes are not a PDF, or not one that this reader takes (encrypted, damaged, beyond its bounds).</summary>
internal class PdfFormatException : Exception
{
    public PdfFormatException() { }

    public PdfFormatException(string message)
        : base(message) { }

    public PdfFormatException(string message, Exception innerException)
        : base(message, innerException) { }
}
