using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Sakip.Kernel;

namespace Sakip.Workbooks;

/// <summary>
/// Writes XLSX sheet by sheet. Equal content gives equal bytes: nothing in the file tells when it was written.
/// </summary>
internal static class WorkbookWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(WorkbookContent workbook)
    {
        using var content = new MemoryStream();
        Write(workbook, content);
        return content.ToArray();
    }

    public static void Write(WorkbookContent workbook, Stream content)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true);
        var count = workbook.Sheets.Count;
        Put(zip, "[Content_Types].xml", ContentTypes(count));
        Put(
            zip,
            "_rels/.rels",
            Relations([
                ("rId1", Office + "/officeDocument", "xl/workbook.xml"),
                ("rId2", Package + "/relationships/metadata/core-properties", "docProps/core.xml"),
            ])
        );
        Put(zip, "docProps/core.xml", Properties(workbook.Title));
        Put(
            zip,
            "xl/_rels/workbook.xml.rels",
            Relations([
                .. Enumerable.Range(1, count).Select(i => (Id(i), Office + "/worksheet", $"worksheets/sheet{i}.xml")),
                (Id(count + 1), Office + "/styles", "styles.xml"),
            ])
        );
        Put(zip, "xl/workbook.xml", Workbook(workbook));
        var styles = new StyleBook();
        for (var i = 0; i < count; i++)
        {
            using var part = Entry(zip, $"xl/worksheets/sheet{i + 1}.xml");
            using var xml = new SheetXml(part);
            new SheetWriter(xml, styles).Write(workbook.Sheets[i], isFirst: i == 0);
        }

        Put(zip, "xl/styles.xml", styles.ToStylesheet());
    }

    private static Workbook Workbook(WorkbookContent workbook)
    {
        var root = new Workbook(
            new BookViews(
                new WorkbookView
                {
                    XWindow = 0,
                    YWindow = 0,
                    WindowWidth = 28_800,
                    WindowHeight = 15_000,
                }
            ),
            new Sheets(workbook.Sheets.Select((sheet, i) => Listed(sheet, i + 1)))
        );
        root.AddNamespaceDeclaration("r", Office);
        var names = new DefinedNames();
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            var sheet = workbook.Sheets[i];
            if (sheet.Filter is { } filter)
                names.Append(Local("_xlnm._FilterDatabase", i, Quoted(sheet.Name) + "!" + Fixed(filter), hidden: true));
            if (sheet.RepeatedRows > 0)
            {
                names.Append(
                    Local("_xlnm.Print_Titles", i, $"{Quoted(sheet.Name)}!$1:${sheet.RepeatedRows}", hidden: false)
                );
            }
        }

        foreach (var (name, refersTo) in workbook.Names ?? [])
            names.Append(new DefinedName(refersTo) { Name = name });
        if (names.HasChildren)
            root.Append(names);
        root.Append(new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
        return root;
    }

    private static Sheet Listed(SheetContent sheet, int number)
    {
        var listed = new Sheet
        {
            Name = Named(sheet.Name),
            SheetId = (uint)number,
            Id = Id(number),
        };
        if (sheet.IsHidden)
            listed.State = SheetStateValues.Hidden;
        return listed;
    }

    private static string Named(string name) =>
        name.Length is > 0 and <= 31 && name.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']) < 0
            ? name
            : throw new ArgumentException($"'{name}' cannot be the name of a sheet.", nameof(name));

    private static DefinedName Local(string name, int sheet, string refersTo, bool hidden)
    {
        var defined = new DefinedName(refersTo) { Name = name, LocalSheetId = (uint)sheet };
        if (hidden)
            defined.Hidden = true;
        return defined;
    }

    private static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    // "A1:F1" as "$A$1:$F$1".
    private static string Fixed(string area) =>
        string.Join(
            ':',
            area.Split(':')
                .Select(cell =>
                {
                    var letters = new string([.. cell.TakeWhile(char.IsAsciiLetter)]);
                    return $"${letters}${cell[letters.Length..]}";
                })
        );

    private static string Id(int number) => FormattableString.Invariant($"rId{number}");

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Never;
        return entry.Open();
    }

    private static void Put(ZipArchive zip, string name, OpenXmlElement root)
    {
        using var part = Entry(zip, name);
        using var xml = new SheetXml(part);
        xml.WriteStartDocument(standalone: true);
        xml.Write(root);
    }

    private static void Put(ZipArchive zip, string name, string xml)
    {
        using var part = Entry(zip, name);
        part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml));
    }

    private static string ContentTypes(int sheets)
    {
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var parts = Enumerable
            .Range(1, sheets)
            .Select(i => Override($"/xl/worksheets/sheet{i}.xml", Type + "worksheet+xml"));
        return $"""<Types xmlns="{Package}/content-types">"""
            + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
            + """<Default Extension="xml" ContentType="application/xml"/>"""
            + Override("/xl/workbook.xml", Type + "sheet.main+xml")
            + string.Concat(parts)
            + Override("/xl/styles.xml", Type + "styles+xml")
            + Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
            + "</Types>";
    }

    private static string Override(string part, string type) =>
        $"""<Override PartName="{part}" ContentType="{type}"/>""";

    private static string Relations(IEnumerable<(string Id, string Type, string Target)> relations) =>
        $"""<Relationships xmlns="{Package}/relationships">"""
        + string.Concat(
            relations.Select(one => $"""<Relationship Id="{one.Id}" Type="{one.Type}" Target="{one.Target}"/>""")
        )
        + "</Relationships>";

    private static string Properties(string title) =>
        $"""<cp:coreProperties xmlns:cp="{Package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">"""
        + $"<dc:title>{System.Security.SecurityElement.Escape(CleanText.Of(title))}</dc:title><dc:creator>SAKIP</dc:creator></cp:coreProperties>";
}
