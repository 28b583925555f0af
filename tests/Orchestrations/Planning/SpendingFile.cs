using System.Text;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Workbooks;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Files of finance systems, read for the sample office's first quarter.</summary>
internal static class SpendingFile
{
    public static readonly Budget Budget = Sample.Plan.Budget;

    /// <summary>A file from the field.</summary>
    public static byte[] Case(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Planning", "Cases", name));

    public static RealisationImport Import(byte[] file, string? column = null) =>
        new(file, "realisasi", Quarter.Q1) { Position = new DateOnly(2024, 3, 31), Column = column };

    public static RealisationReading Read(RealisationImport import, params string[] remembered) =>
        RealisationFile.Read(import, Sample.Plan, Budget, before: null, remembered);

    public static RealisationReading Read(string text) => Read(Import(Encoding.UTF8.GetBytes(text)));

    /// <summary>A workbook of one sheet; "#12" is a number, an area "A1:B1" is merged.</summary>
    public static byte[] Book(string[][] rows, params string[] merged) =>
        WorkbookWriter.Write(
            new WorkbookContent(
                "uji",
                [
                    new SheetContent("Laporan", [.. rows.Select(row => new RowContent([.. row.Select(Cell)]))])
                    {
                        Merged = merged,
                    },
                ]
            )
        );

    /// <summary>The same with several sheets.</summary>
    public static byte[] Book((string Sheet, string[][] Rows)[] sheets) =>
        WorkbookWriter.Write(
            new WorkbookContent(
                "uji",
                [
                    .. sheets.Select(sheet => new SheetContent(
                        sheet.Sheet,
                        [.. sheet.Rows.Select(row => new RowContent([.. row.Select(Cell)]))]
                    )),
                ]
            )
        );

    private static CellContent Cell(string text) =>
        text.StartsWith('#')
            ? CellContent.Number(
                decimal.Parse(text[1..], System.Globalization.CultureInfo.InvariantCulture),
                CellStyle.Body
            )
        : text.Length == 0 ? CellContent.Blank(CellStyle.Body)
        : CellContent.Text(text, CellStyle.Body);
}
