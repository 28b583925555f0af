using System.IO.Compression;
using System.Text;
using Sakip.Workbooks;

namespace Sakip.Tests.Orchestrations.Workbooks;

/// <summary>Files that are refused, each with the reason and what to do about it.</summary>
public sealed class HostileWorkbookTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static TheoryData<string, byte[], WorkbookFault, string> Refused =>
        new()
        {
            { "empty", [], WorkbookFault.Empty, "kosong" },
            { "text", "kode;nama"u8.ToArray(), WorkbookFault.NotAWorkbook, "bukan buku kerja" },
            { "PDF", "%PDF-1.7 …"u8.ToArray(), WorkbookFault.NotAWorkbook, "bukan buku kerja" },
            { "old format", Compound, WorkbookFault.OldFormat, ".xls" },
            {
                "password",
                [.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")],
                WorkbookFault.Encrypted,
                "kata sandi"
            },
            { "plain archive", Books.Zip(("a.txt", "a")), WorkbookFault.NotAWorkbook, "ZIP" },
            { "Word", Books.OfSheet("", ("word/document.xml", "<a/>")), WorkbookFault.NotAWorkbook, "Word" },
            { "binary workbook", Books.OfSheet("", ("xl/workbook.bin", "a")), WorkbookFault.NotAWorkbook, ".xlsb" },
            {
                "OpenDocument",
                Books.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")),
                WorkbookFault.NotAWorkbook,
                ".ods"
            },
            { "macro part", Books.OfSheet("", ("xl/vbaProject.bin", "a")), WorkbookFault.Macro, "makro" },
            {
                "macro type",
                Books.OfSheet(
                    "",
                    (
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"
                    )
                ),
                WorkbookFault.Macro,
                "makro"
            },
            { "cut off", Books.OfSheet("<row/>")[..^40], WorkbookFault.Damaged, "rusak" },
            { "broken XML", Books.OfSheet("<row><c>"), WorkbookFault.Damaged, "rusak" },
            { "missing text", Books.OfSheet("<row><c t=\"s\"><v>7</v></c></row>"), WorkbookFault.Damaged, "rusak" },
            {
                "outside entity",
                Books.OfSheet(
                    "",
                    (
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>"
                    )
                ),
                WorkbookFault.Suspicious,
                "DTD"
            },
            {
                "billion laughs",
                Books.OfSheet(
                    "",
                    (
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>"
                    )
                ),
                WorkbookFault.Suspicious,
                "DTD"
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_is_no_plain_workbook_is_refused_in_words(
        string what,
        byte[] file,
        WorkbookFault fault,
        string says
    )
    {
        var refusal = Books.Refusal(file);

        Assert.True(refusal.Fault == fault, $"{what}: {refusal.Fault}, {refusal.Message}");
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_stopped_while_it_opens_whatever_its_directory_claims()
    {
        var content = new MemoryStream();
        content.Write(Books.OfSheet("<row/>"));
        using (var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/sharedStrings.xml").Open();
            part.Write("<sst>"u8);
            var spaces = new byte[1024 * 1024];
            Array.Fill(spaces, (byte)' ');
            for (var i = 0; i < 40; i++)
                part.Write(spaces);
            part.Write("</sst>"u8);
        }

        var file = content.ToArray();
        Assert.Equal(WorkbookFault.Suspicious, Books.Refusal(file).Fault);
        Assert.Equal(
            WorkbookFault.Suspicious,
            Books.Refusal(file, new WorkbookLimits { EntryBytes = 1024 * 1024 }).Fault
        );
        Assert.Equal(WorkbookFault.Damaged, Books.Refusal(Lying(file)).Fault);
    }

    [Fact]
    public void Each_limit_is_named_when_it_is_passed()
    {
        var limits = new WorkbookLimits
        {
            Rows = 3,
            Columns = 4,
            Cells = 10,
            CellLength = 5,
            FileBytes = 5_000,
        };

        Assert.Contains("baris", Books.Refusal(Books.OfSheet("<row/><row/><row/><row/>"), limits).Message);
        Assert.Contains(
            "baris kosong",
            Books
                .Refusal(
                    Books.OfSheet("<row r=\"1\"/><row r=\"2\"><c r=\"A2\" s=\"1\"/></row><row r=\"3\"/>"),
                    limits with
                    {
                        Blanks = 3,
                    }
                )
                .Message
        );
        Assert.Contains("kolom", Books.Refusal(Books.OfSheet("<row><c r=\"E1\"><v>1</v></c></row>"), limits).Message);
        Assert.Contains(
            "sel",
            Books
                .Refusal(
                    Books.OfSheet("<row>" + string.Concat(Enumerable.Repeat("<c r=\"A1\"/>", 11)) + "</row>"),
                    limits
                )
                .Message
        );
        Assert.Contains(
            "huruf",
            Books.Refusal(Books.OfSheet("<row><c t=\"inlineStr\"><is><t>enam h</t></is></c></row>"), limits).Message
        );
        Assert.Equal(
            WorkbookFault.TooLarge,
            Books
                .Refusal(
                    Books.OfSheet("", ("x", Convert.ToHexString(Random.Shared.GetItems<byte>([1, 2, 3, 9], 30_000)))),
                    limits
                )
                .Fault
        );
        Assert.Equal(
            WorkbookFault.Suspicious,
            Books
                .Refusal(
                    Books.OfSheet("", [.. Enumerable.Range(0, 50).Select(i => ($"p{i}", ""))]),
                    new WorkbookLimits { Entries = 20 }
                )
                .Fault
        );
    }

    // The directory's claim of the unpacked size is what a bomb lies about.
    private static byte[] Lying(byte[] file)
    {
        var copy = (byte[])file.Clone();
        var name = "xl/sharedStrings.xml"u8;
        var at = copy.AsSpan().LastIndexOf(name);
        BitConverter.TryWriteBytes(copy.AsSpan(at - 46 + 24), 100u);
        return copy;
    }
}
