using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>The tables of a file, whichever of the known forms it has.</summary>
internal static class SpendingSheets
{
    /// <exception cref="WorkbookException">Nothing can be read from it; the message says what to do.</exception>
    public static IReadOnlyList<SpendingSheet> Read(byte[] content)
    {
        switch (content)
        {
            case []:
            case [(byte)'P', (byte)'K', ..]:
            case [0xD0, 0xCF, ..]:
                return Workbook(content);
            case [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]:
                throw new WorkbookException(
                    WorkbookFault.NotAWorkbook,
                    "Berkas ini PDF, dan angkanya tidak dapat dibaca dengan pasti. Ekspor dari sistem keuangan sebagai Excel (.xlsx) atau CSV, lalu unggah kembali."
                );
        }

        var text = ExportText.Decode(content);
        return HtmlTables.IsPage(text) ? HtmlTables.Read(text) : [new SpendingSheet("CSV", CsvRows.Read(text), [])];
    }

    // Printed reports merge a few cells in every row.
    private static List<SpendingSheet> Workbook(byte[] content)
    {
        using var book = WorkbookReader.Open(
            new MemoryStream(content),
            WorkbookLimits.Default with
            {
                MergedAreas = 20_000,
            }
        );
        var sheets = new List<SpendingSheet>();
        foreach (var sheet in book.Sheets.Where(sheet => !sheet.IsHidden))
        {
            var rows = book.Rows(sheet.Name).ToList();
            var shape = book.Shape(sheet.Name);
            sheets.Add(
                new SpendingSheet(sheet.Name, rows, [.. shape.MergedAreas.Select(CellArea.Of).OfType<CellArea>()])
                {
                    HiddenColumns = shape.HiddenColumns,
                }
            );
        }

        return sheets;
    }
}
