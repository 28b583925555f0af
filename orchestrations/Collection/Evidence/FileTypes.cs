namespace Sakip.Collection;

/// <param name="MediaType">Null where the file is refused.</param>
/// <param name="Error">Indonesian; null where it is taken.</param>
internal sealed record FileVerdict(string? MediaType, string? Error)
{
    public static FileVerdict Is(string mediaType) => new(mediaType, null);

    public static FileVerdict No(string error) => new(null, error);
}

/// <summary>Tells what a file is by its content, whatever its name says.</summary>
internal static class FileTypes
{
    public const string Pdf = "application/pdf";
    private const int HeadLength = 1024;
    private const string Unknown =
        "Jenis berkas ini tidak diterima. Yang diterima: PDF, JPEG, PNG, DOCX, XLSX, dan PPTX, dikenali dari isinya.";

    /// <param name="content">A stream that can seek; it is read in pieces and never held whole.</param>
    public static FileVerdict Inspect(Stream content)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        if (IsPng(head))
            return FileVerdict.Is("image/png");
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return FileVerdict.Is("image/jpeg");
        if (head.StartsWith("PK\u0003\u0004"u8))
            return Office(content);
        return head.IndexOf("%PDF-"u8) >= 0 ? FileVerdict.Is(Pdf) : FileVerdict.No(Unknown);
    }

    private static bool IsPng(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    private static FileVerdict Office(Stream content)
    {
        try
        {
            var reading = new ArchiveReading(content.Length);
            var names = reading.Read(content, depth: 0);
            return names switch
            {
                _ when !names.Contains("[Content_Types].xml") => FileVerdict.No(Unknown),
                _ when names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) =>
                    FileVerdict.No("Berkas bermakro tidak diterima. Simpan sebagai berkas tanpa makro dahulu."),
                _ when names.Contains("word/document.xml") => Kind("wordprocessingml.document"),
                _ when names.Contains("xl/workbook.xml") => Kind("spreadsheetml.sheet"),
                _ when names.Contains("ppt/presentation.xml") => Kind("presentationml.presentation"),
                _ => FileVerdict.No(Unknown),
            };
        }
        catch (ArchiveRefusedException refused)
        {
            return FileVerdict.No(refused.Message);
        }
        catch (InvalidDataException)
        {
            return FileVerdict.No("Isi berkas Office ini rusak atau tersandi, sehingga tidak dapat diperiksa.");
        }
    }

    private static FileVerdict Kind(string name) =>
        FileVerdict.Is("application/vnd.openxmlformats-officedocument." + name);
}
