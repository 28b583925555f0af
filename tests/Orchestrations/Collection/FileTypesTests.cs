using System.IO.Compression;
using System.Text;
using Sakip.Collection;

namespace Sakip.Tests.Orchestrations.Collection;

public sealed class FileTypesTests
{
    [Fact]
    public void A_file_is_what_its_content_says()
    {
        Assert.Equal("application/pdf", Of("%PDF-1.7\nisi"u8.ToArray()).MediaType);
        Assert.Equal("image/png", Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]).MediaType);
        Assert.Equal("image/jpeg", Of([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]).MediaType);
        Assert.EndsWith("wordprocessingml.document", Of(Office("word/document.xml")).MediaType);
        Assert.EndsWith("spreadsheetml.sheet", Of(Office("xl/workbook.xml")).MediaType);
        Assert.EndsWith("presentationml.presentation", Of(Office("ppt/presentation.xml")).MediaType);
    }

    [Fact]
    public void What_is_no_document_is_refused_whatever_its_name()
    {
        foreach (
            var content in (byte[][])
                ["MZ\u0090"u8.ToArray(), "<html>"u8.ToArray(), [0x1F, 0x8B, 8, 0], Zip(("a.txt", "a"u8.ToArray()))]
        )
        {
            Assert.Contains("tidak diterima", Of(content).Error);
        }
    }

    [Fact]
    public void A_macro_is_refused() =>
        Assert.Contains(
            "bermakro",
            Of(Zip(("[Content_Types].xml", []), ("word/document.xml", []), ("word/vbaProject.bin", [1]))).Error
        );

    [Fact]
    public void A_bomb_is_refused_before_it_has_swollen()
    {
        var bomb = Zip(("[Content_Types].xml", []), ("word/document.xml", new byte[300 * 1024 * 1024]));

        Assert.True(bomb.Length < 4 * 1024 * 1024);
        Assert.Contains("bom arsip", Of(bomb).Error);
    }

    [Fact]
    public void Very_many_small_entries_are_a_bomb_too()
    {
        var entries = Enumerable.Range(0, ArchiveReading.MostEntries + 1).Select(i => ($"word/{i}.xml", new byte[1]));

        Assert.Contains(
            "bom arsip",
            Of(Zip([("[Content_Types].xml", []), ("word/document.xml", []), .. entries])).Error
        );
    }

    [Fact]
    public void A_workbook_inside_a_document_is_read_too_and_a_bomb_in_it_is_found()
    {
        byte[] With(byte[] nested) =>
            Zip(("[Content_Types].xml", []), ("word/document.xml", []), ("word/embeddings/grafik.xlsx", nested));

        Assert.Null(Of(With(Office("xl/workbook.xml"))).Error);
        Assert.Contains("bom arsip", Of(With(Zip(("xl/workbook.xml", new byte[200 * 1024 * 1024])))).Error);
        Assert.Contains(
            "arsip di dalam arsip",
            Of(With(Zip(("xl/embeddings/x.xlsx", Office("xl/workbook.xml"))))).Error
        );
    }

    [Fact]
    public void A_broken_archive_is_refused_in_words()
    {
        var whole = Office("word/document.xml");

        Assert.NotNull(Of(whole[..^30]).Error);
        Assert.NotNull(Of("PK\u0003\u0004 rusak"u8.ToArray()).Error);
    }

    private static FileVerdict Of(byte[] content) => FileTypes.Inspect(new MemoryStream(content));

    private static byte[] Office(string main) =>
        Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), (main, Encoding.UTF8.GetBytes("<a/>")));

    private static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }
}
