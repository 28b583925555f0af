using Sakip.Documents.Xlsx;
using Sakip.Workbooks;

namespace Sakip.Documents;

/// <summary>
/// Writes a document's tables for those who calculate: a sheet for each, numbers as numbers, totals and shares as formulas.
/// The first sheet lists the others. The same document gives the same bytes.
/// </summary>
internal sealed class XlsxWriter
{
    private const string Index = "Daftar";

    public byte[] Write(Document document)
    {
        var labels = new Labels(document);
        var names = new SheetNames(Index);
        var sheets = TitledTables
            .Of(document)
            .Select(titled => (titled.Title, Name: names.For(titled), titled.Table))
            .ToList();
        using var stream = new MemoryStream();
        WorkbookWriter.Write(
            new WorkbookContent(
                document.Info.Title,
                [
                    Contents(document, [.. sheets.Select(sheet => (sheet.Title, sheet.Name))]),
                    .. sheets.Select(sheet => new TableSheet(sheet.Table, sheet.Title, sheet.Name, labels).Content()),
                ]
            ),
            stream
        );
        return stream.ToArray();
    }

    private static SheetContent Contents(Document document, IReadOnlyList<(string Title, string Name)> sheets)
    {
        List<RowContent> rows =
        [
            new([CellContent.Text(document.Info.Title, CellStyle.Title)]),
            .. document.Info.Watermark is { } word
                ? [new RowContent([CellContent.Text(word, CellStyle.Plain with { Bold = true })])]
                : Array.Empty<RowContent>(),
            RowContent.Empty,
            new([CellContent.Text("Lembar", SheetStyles.Head), CellContent.Text("Tabel", SheetStyles.Head)]),
            .. sheets.Select(sheet => new RowContent([
                CellContent.Computed(Link(sheet.Name), sheet.Name, SheetStyles.Body),
                CellContent.Text(sheet.Title, SheetStyles.Body),
            ])),
        ];
        return new SheetContent(Index, rows) { Columns = [new(24), new(96)] };
    }

    private static string Link(string sheet)
    {
        var quoted = sheet.Replace("'", "''", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal);
        return $"HYPERLINK(\"#'{quoted}'!A1\",\"{sheet.Replace("\"", "\"\"", StringComparison.Ordinal)}\")";
    }
}
