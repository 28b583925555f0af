using System.IO.Compression;
using System.Text;
using Sakip.Workbooks;

namespace Sakip.Tests.Orchestrations.Workbooks;

/// <summary>Workbooks made by hand, part by part, as a stranger's program or an attacker would.</summary>
internal static class Books
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] OfSheet(string sheetData, params (string Part, string Content)[] more) =>
        Zip([
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            (
                "_rels/.rels",
                Relations("<Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/>")
            ),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"rel\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Relations(
                    "<Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"s2\" Type=\"x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                        + "<Relationship Id=\"s3\" Type=\"x/styles\" Target=\"styles.xml\"/>"
                )
            ),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheetData}</sheetData></worksheet>"),
            .. more,
        ]);

    public static byte[] Zip(params (string Part, string Content)[] parts)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts.GroupBy(part => part.Part).Select(group => group.Last()))
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }

    public static IReadOnlyList<SheetRow> Rows(byte[] file, string sheet = "Data", WorkbookLimits? limits = null)
    {
        using var reader = WorkbookReader.Open(new MemoryStream(file), limits);
        return [.. reader.Rows(sheet)];
    }

    public static WorkbookException Refusal(byte[] file, WorkbookLimits? limits = null) =>
        Assert.Throws<WorkbookException>(() => Rows(file, limits: limits));

    private static string Relations(string inner) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";
}
