namespace Sakip.Documents.Pdf.Objects;

/// <summary>The file is locked with a password.</summary>
internal sealed class PdfEncryptedException : PdfFormatException
{
    public PdfEncryptedException()
        : base("The file is encrypted.") { }

    public PdfEncryptedException(string message)
        : base(message) { }

    public PdfEncryptedException(string message, Exception innerException)
        : base(message, innerException) { }
}
