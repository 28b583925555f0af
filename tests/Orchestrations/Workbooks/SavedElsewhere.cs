using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Sakip.Tests.Orchestrations.Workbooks;

/// <summary>A workbook of ours as other programs would save it: the same cells, written in each program's own way.</summary>
internal sealed class SavedElsewhere
{
    private const string Strict = "http://purl.oclc.org/ooxml/";
    private const int DaysTo1904 = 1462;
    private static readonly XNamespace Main = Books.Main;
    private readonly Dictionary<string, XDocument> _parts;

    private SavedElsewhere(Dictionary<string, XDocument> parts) => _parts = parts;

    private IEnumerable<XDocument> Sheets =>
        _parts
            .Where(part => part.Key.StartsWith("xl/worksheets/", StringComparison.Ordinal))
            .Select(part => part.Value);

    public static byte[] By(string program, byte[] file)
    {
        var book = Open(file);
        switch (program)
        {
            case "Google Sheets":
                book.ShareTexts();
                book.WithEmptyRows(1000);
                book.Without("docProps");
                break;
            case "WPS":
                book.ShareTexts();
                book.WithAbsoluteTargets();
                book.With(
                    "xl/cellimages.xml",
                    "<etc:cellImages xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"/>"
                );
                break;
            case "Excel, strict":
                book.WithIsoDays();
                return book.Close(text =>
                    text.Replace(Books.Main, Strict + "spreadsheetml/main", StringComparison.Ordinal)
                        .Replace(
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                            Strict + "officeDocument/relationships",
                            StringComparison.Ordinal
                        )
                );
            case "Excel for Mac, from 1904":
                book.From1904();
                break;
            case "OpenXML SDK":
                book.WithPrefix();
                break;
            case "a program without styles and names of cells":
                book.WithoutAddresses();
                book.Without("docProps");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(program), program, null);
        }

        return book.Close(text => text);
    }

    private static SavedElsewhere Open(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var parts = new Dictionary<string, XDocument>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            parts[entry.FullName.TrimStart('/')] = XDocument.Load(content, LoadOptions.PreserveWhitespace);
        }

        return new SavedElsewhere(parts);
    }

    private byte[] Close(Func<string, string> change) =>
        Books.Zip([.. _parts.Select(part => (part.Key, change(part.Value.ToString(SaveOptions.DisableFormatting))))]);

    private IEnumerable<XElement> Cells() => Sheets.SelectMany(sheet => sheet.Descendants(Main + "c"));

    private void With(string name, string content) => _parts[name] = XDocument.Parse(content);

    private void Without(string folder)
    {
        foreach (var name in _parts.Keys.Where(name => name.StartsWith(folder, StringComparison.Ordinal)).ToList())
            _parts.Remove(name);
        foreach (
            var relation in Relations().Where(one => Target(one).Contains(folder, StringComparison.Ordinal)).ToList()
        )
        {
            relation.Remove();
        }
    }

    private IEnumerable<XElement> Relations() =>
        _parts
            .Where(part => part.Key.EndsWith(".rels", StringComparison.Ordinal))
            .SelectMany(part => part.Value.Root!.Elements());

    private static string Target(XElement relation) => (string)relation.Attribute("Target")!;

    private void ShareTexts()
    {
        var texts = new List<string>();
        foreach (var cell in Cells().Where(cell => (string?)cell.Attribute("t") == "inlineStr").ToList())
        {
            var text = string.Concat(cell.Descendants(Main + "t").Select(one => one.Value));
            if (!texts.Contains(text))
                texts.Add(text);
            cell.SetAttributeValue("t", "s");
            cell.ReplaceNodes(new XElement(Main + "v", texts.IndexOf(text)));
        }

        if (texts.Count == 0)
            return;
        var table = _parts.TryGetValue("xl/sharedStrings.xml", out var known) ? known : null;
        Assert.Null(table);
        XNamespace xml = XNamespace.Xml;
        _parts["xl/sharedStrings.xml"] = new XDocument(
            new XElement(
                Main + "sst",
                texts.Select(text => new XElement(
                    Main + "si",
                    new XElement(Main + "t", new XAttribute(xml + "space", "preserve"), text)
                ))
            )
        );
        var relations = _parts["xl/_rels/workbook.xml.rels"].Root!;
        relations.Add(
            new XElement(
                relations.Name.Namespace + "Relationship",
                new XAttribute("Id", "rIdTexts"),
                new XAttribute(
                    "Type",
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
                ),
                new XAttribute("Target", "sharedStrings.xml")
            )
        );
    }

    // Google's export goes on to row 1000, with the style of a column in each of its cells.
    private void WithEmptyRows(int last)
    {
        foreach (var data in Sheets.SelectMany(sheet => sheet.Descendants(Main + "sheetData")))
        {
            var rows = data.Elements(Main + "row").ToList();
            foreach (var row in rows)
            {
                row.Add(
                    new XElement(
                        Main + "c",
                        new XAttribute("r", $"AZ{(int)row.Attribute("r")!}"),
                        new XAttribute("s", 0)
                    )
                );
            }
            for (var number = 1 + rows.Max(row => (int)row.Attribute("r")!); number <= last; number++)
            {
                data.Add(
                    new XElement(
                        Main + "row",
                        new XAttribute("r", number),
                        "ABCDEFGHIJ".Select(column => new XElement(
                            Main + "c",
                            new XAttribute("r", Invariant(column, number)),
                            new XAttribute("s", 0)
                        ))
                    )
                );
            }
        }
    }

    private static string Invariant(char column, int row) => FormattableString.Invariant($"{column}{row}");

    private void WithAbsoluteTargets()
    {
        foreach (var relation in _parts["xl/_rels/workbook.xml.rels"].Root!.Elements())
        {
            relation.SetAttributeValue(
                "Target",
                "/xl/" + Target(relation).Replace("/xl/", "", StringComparison.Ordinal)
            );
        }
    }

    private void WithPrefix()
    {
        foreach (var root in _parts.Values.Select(part => part.Root!).Where(root => root.Name.Namespace == Main))
        {
            root.Attribute("xmlns")?.Remove();
            root.SetAttributeValue(XNamespace.Xmlns + "x", Books.Main);
        }
    }

    // Cells are named by their place alone where no column is left out.
    private void WithoutAddresses()
    {
        foreach (var row in Sheets.SelectMany(sheet => sheet.Descendants(Main + "row")))
        {
            var columns = row.Elements(Main + "c")
                .Select(cell => Sakip.Workbooks.CellAddress.ColumnOf((string)cell.Attribute("r")!))
                .ToList();
            if (!columns.SequenceEqual(Enumerable.Range(1, columns.Count)))
                continue;
            foreach (var cell in row.Elements(Main + "c"))
                cell.Attribute("r")!.Remove();
        }
    }

    private void From1904()
    {
        var book = _parts["xl/workbook.xml"].Root!;
        book.Element(Main + "workbookPr")?.Remove();
        book.AddFirst(new XElement(Main + "workbookPr", new XAttribute("date1904", "1")));
        foreach (var value in Days())
            value.Value = (Serial(value) - DaysTo1904).ToString(CultureInfo.InvariantCulture);
    }

    private void WithIsoDays()
    {
        foreach (var value in Days())
        {
            var day = DateTime.FromOADate(Serial(value));
            value.Parent!.SetAttributeValue("t", "d");
            value.Value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    private static double Serial(XElement value) => double.Parse(value.Value, CultureInfo.InvariantCulture);

    private List<XElement> Days()
    {
        var styles = _parts["xl/styles.xml"].Root!;
        var days = styles
            .Descendants(Main + "numFmt")
            .Where(one => ((string)one.Attribute("formatCode")!).Contains("yy", StringComparison.OrdinalIgnoreCase))
            .Select(one => (string)one.Attribute("numFmtId")!)
            .Append("14")
            .ToHashSet();
        var formats = styles
            .Element(Main + "cellXfs")!
            .Elements()
            .Select(one => days.Contains((string?)one.Attribute("numFmtId") ?? ""))
            .ToList();
        var found = Cells()
            .Where(cell => cell.Attribute("t") is null && formats[(int?)cell.Attribute("s") ?? 0])
            .Select(cell => cell.Element(Main + "v"))
            .OfType<XElement>()
            .ToList();
        Assert.NotEmpty(found);
        return found;
    }
}
