using System.Globalization;
using System.Security;
using Sakip.Workbooks;

namespace Sakip.Tests.Orchestrations.Workbooks;

/// <summary>Workbooks in the shape that Google Sheets exports and WPS saves; "#12" is a number.</summary>
internal static class OfficeExports
{
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Namespaces of Mac Excel, no dimension, styled empty cells, empty rows to the sheet's end, sheet rId4.</summary>
    public static byte[] GoogleSheets(string[][] rows) =>
        Book(
            rows,
            "xmlns:mx=\"http://schemas.microsoft.com/office/mac/excel/2008/main\" "
                + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
                + "xmlns:mv=\"urn:schemas-microsoft-com:mac:vml\" "
                + "xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\" "
                + "xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"",
            "<sheetPr><outlinePr summaryBelow=\"0\" summaryRight=\"0\"/></sheetPr>"
                + "<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>"
                + "<sheetFormatPr customHeight=\"1\" defaultColWidth=\"12.63\" defaultRowHeight=\"15.75\"/>",
            (number, cells) =>
                $"<row r=\"{number}\" ht=\"15.75\" customHeight=\"1\">{cells}<c r=\"Z{number}\" s=\"1\"/></row>",
            string.Concat(
                Enumerable.Range(rows.Length + 1, 900).Select(number => $"<row r=\"{number}\" ht=\"15.75\"/>")
            ),
            "rId4",
            []
        );

    /// <summary>Spans, a dimension, phonetic properties, and parts of its own that no other program knows.</summary>
    public static byte[] Wps(string[][] rows) =>
        Book(
            rows,
            "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
                + "xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" "
                + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
                + "xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"",
            $"<sheetPr/><dimension ref=\"A1:{CellAddress.Of(rows[0].Length, rows.Length)}\"/>"
                + "<sheetViews><sheetView tabSelected=\"1\" zoomScale=\"90\" workbookViewId=\"0\"><selection activeCell=\"A1\"/></sheetView></sheetViews>"
                + "<sheetFormatPr defaultColWidth=\"9\" defaultRowHeight=\"14.4\" outlineLevelCol=\"4\"/>",
            (number, cells) => $"<row r=\"{number}\" spans=\"1:5\">{cells}</row>",
            "",
            "rId1",
            [
                (
                    "xl/cellimages.xml",
                    "<etc:cellImages xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"/>"
                ),
                (
                    "docProps/custom.xml",
                    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>"
                ),
            ]
        );

    private static byte[] Book(
        string[][] rows,
        string namespaces,
        string before,
        Func<int, string, string> row,
        string after,
        string sheet,
        (string, string)[] more
    )
    {
        var texts = rows.SelectMany(cells => cells).Where(IsText).Distinct().ToList();
        var shared = string.Concat(
            texts.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>")
        );
        var data = string.Concat(
            rows.Select((cells, i) => row(i + 1, string.Concat(cells.Select(Cell(texts, i + 1)))))
        );
        return Books.Zip([
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            (
                "_rels/.rels",
                Relations($"<Relationship Id=\"rId1\" Type=\"{Relation}/officeDocument\" Target=\"xl/workbook.xml\"/>")
            ),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Books.Main}\" xmlns:r=\"{Relation}\" {namespaces}><workbookPr/>"
                    + $"<sheets><sheet state=\"visible\" name=\"Sheet1\" sheetId=\"1\" r:id=\"{sheet}\"/></sheets><definedNames/><calcPr/></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Relations(
                    $"<Relationship Id=\"rId8\" Type=\"{Relation}/styles\" Target=\"styles.xml\"/>"
                        + $"<Relationship Id=\"rId9\" Type=\"{Relation}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                        + $"<Relationship Id=\"{sheet}\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                )
            ),
            (
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Books.Main}\" {namespaces}><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"&quot;Rp&quot;#,##0\"/></numFmts>"
                    + "<cellXfs count=\"2\"><xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"164\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Books.Main}\" count=\"{texts.Count}\">{shared}</sst>"),
            (
                "xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"{Books.Main}\" xmlns:r=\"{Relation}\" {namespaces}>{before}<sheetData>{data}{after}</sheetData>"
                    + "<phoneticPr fontId=\"1\" type=\"noConversion\"/></worksheet>"
            ),
            .. more,
        ]);
    }

    private static Func<string, int, string> Cell(List<string> texts, int number) =>
        (text, column) =>
        {
            var at = CellAddress.Of(column + 1, number);
            return text.Length == 0 ? $"<c r=\"{at}\" s=\"1\"/>"
                : IsText(text)
                    ? $"<c r=\"{at}\" t=\"s\"><v>{texts.IndexOf(text).ToString(CultureInfo.InvariantCulture)}</v></c>"
                : $"<c r=\"{at}\" s=\"1\"><v>{text[1..]}</v></c>";
        };

    private static bool IsText(string text) => text.Length > 0 && text[0] != '#';

    private static string Relations(string inner) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";
}
