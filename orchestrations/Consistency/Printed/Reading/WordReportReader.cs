using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Sakip.Consistency;

/// <summary>Reads a report from a Word document: its headings, paragraphs, lists and tables.</summary>
internal static class WordReportReader
{
    /// <summary>Pictures make reports large; their text is small.</summary>
    public const long Largest = 25L * 1024 * 1024;

    private const long LargestText = 48L * 1024 * 1024;
    private const int MostParts = 4_000;

    /// <param name="year">The report's, where the person knows better than its cover.</param>
    public static ReadReport Read(byte[] file, int? year = null)
    {
        if (Refusal(file) is { } refusal)
            return Not(refusal);
        try
        {
            using var content = new MemoryStream(file, writable: false);
            using var document = WordprocessingDocument.Open(
                content,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = LargestText }
            );
            return document.MainDocumentPart?.Document?.Body is { } body
                ? ReportFrame.Of(WordBody.Read(body, new WordHeadings(document.MainDocumentPart)), year)
                : Not("Dokumen Word ini tidak berisi. Simpan ulang dari Word sebagai .docx.");
        }
        catch (Exception fault)
            when (fault
                    is OpenXmlPackageException
                        or XmlException
                        or InvalidDataException
                        or IOException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            return Not(
                "Dokumen Word ini rusak atau tidak lengkap. Buka di Word, simpan ulang sebagai .docx, lalu coba kembali."
            );
        }
    }

    private static string? Refusal(byte[] file)
    {
        if (file.Length == 0)
            return "Berkas kosong: tidak ada isinya.";
        if (file.Length > Largest)
            return $"Berkas lebih besar dari batas {Largest / (1024 * 1024)} MB. Kecilkan gambarnya, lalu coba kembali.";
        if (file.AsSpan().StartsWith("%PDF"u8))
            return "Berkas ini PDF; teks PDF tidak dibaca. Serahkan dokumen Word-nya (.docx).";
        if (file.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return "Berkas berformat lama (.doc) atau berkata sandi. Buka di Word, simpan sebagai Dokumen Word (.docx) tanpa kata sandi, lalu coba kembali.";
        if (!file.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return "Berkas ini bukan dokumen Word (.docx). Buka di Word, simpan sebagai Dokumen Word (.docx), lalu coba kembali.";
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts)
                return "Berkas ditolak demi keamanan: arsipnya memuat terlalu banyak bagian.";
            if (zip.GetEntry("word/document.xml") is null)
                return "Berkas ini bukan dokumen Word (.docx). Buka di Word, simpan sebagai Dokumen Word (.docx), lalu coba kembali.";
            return null;
        }
        catch (InvalidDataException)
        {
            return "Berkas rusak atau tidak lengkap. Buka di Word, simpan ulang sebagai .docx, lalu coba kembali.";
        }
    }

    private static ReadReport Not(string why) => new(null, [new("(seluruhnya)", why)]);
}
