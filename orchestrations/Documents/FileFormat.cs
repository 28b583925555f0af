namespace Sakip.Documents;

/// <summary>The kinds of file that a document can be had as.</summary>
internal enum FileFormat
{
    /// <summary>The official, paginated copy.</summary>
    Pdf,

    /// <summary>For those who edit.</summary>
    Docx,

    /// <summary>The tables, for those who calculate.</summary>
    Xlsx,
}

internal static class FileFormats
{
    public const string PdfType = "application/pdf";
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static string ContentType(this FileFormat format) =>
        format switch
        {
            FileFormat.Docx => DocxType,
            FileFormat.Xlsx => XlsxType,
            _ => PdfType,
        };

    public static string Extension(this FileFormat format) =>
        format switch
        {
            FileFormat.Docx => "docx",
            FileFormat.Xlsx => "xlsx",
            _ => "pdf",
        };

    /// <summary>The format of an extension; null where there is none of the name.</summary>
    public static FileFormat? Parse(string? extension) =>
        extension?.ToUpperInvariant() switch
        {
            "PDF" => FileFormat.Pdf,
            "DOCX" => FileFormat.Docx,
            "XLSX" => FileFormat.Xlsx,
            _ => null,
        };
}
