using System.IO.Compression;
using System.Text;

namespace Sakip.Rehearsal.Events;

/// <summary>Files that are sent up, made the same each time.</summary>
internal static class SampleFiles
{
    private const int Largest = 25 * 1024 * 1024;
    private const int Seed = 2024;

    public static byte[] Of(SampleKind kind) => kind == SampleKind.ZipBomb ? ZipBomb() : LargestPdf();

    /// <summary>A PDF of exactly 25 MB, most of it noise behind its end.</summary>
    public static byte[] LargestPdf()
    {
        var content = new byte[Largest];
        new Random(Seed).NextBytes(content);
        Encoding
            .ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
            .CopyTo(content, 0);
        return content;
    }

    /// <summary>What claims to be a Word document and swells to 400 MB.</summary>
    public static byte[] ZipBomb()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = new StreamWriter(archive.CreateEntry("[Content_Types].xml").Open()))
                types.Write("<Types/>");
            using var body = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 400; megabyte++)
                body.Write(zeros);
        }

        return packed.ToArray();
    }
}
