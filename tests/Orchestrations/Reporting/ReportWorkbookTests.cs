using System.Globalization;
using System.Xml.Linq;
using Sakip.Documents;
using Sakip.Reporting;

namespace Sakip.Tests.Orchestrations.Reporting;

public class ReportWorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly Document Report = AnnualReportDocument.Build(SampleReport.Data);

    private static readonly byte[] Workbook = new XlsxWriter().Write(Report);

    private static IEnumerable<Table> Tables =>
        Report.Sections.SelectMany(section => section.Blocks).OfType<Table>().Where(table => table.InSpreadsheet);

    [Fact]
    public void Every_table_of_the_report_is_a_sheet_and_every_value_a_number()
    {
        var sheets = ReadWorkbook.Sheets(Workbook);
        Assert.Equal(Tables.Count() + 1, sheets.Count);
        Assert.Equal(
            Tables.Select(table => table.Rows.Sum(row => row.Cells.Count(cell => cell.Value is not null))),
            ReadWorkbook.NumbersOfSheets(Workbook)
        );
    }

    [Fact]
    public void Totals_and_shares_of_the_budget_are_formulas()
    {
        var index = Tables.Index().Single(table => table.Item.Caption?.Number == "3.9").Index;
        var formulas = ReadWorkbook
            .Sheets(Workbook)[index + 1]
            .Descendants(Main + "f")
            .Select(formula => formula.Value)
            .ToList();
        Assert.Equal(2 * 14, formulas.Count(formula => formula.StartsWith("SUM(", StringComparison.Ordinal)));
        Assert.Equal(36, formulas.Count(formula => formula.StartsWith("IF(", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_column_is_as_wide_as_its_longest_code_or_amount()
    {
        var table = new Table(
            [new(6), new(80), new(14)],
            [new Row([new Cell("Kode"), new Cell("Sub Kegiatan"), new Cell("Pagu")])],
            [new Row([new Cell("1.02.02.2.01.0003"), new Cell("Pembangunan Puskesmas"), new Cell("101.689.350.000")])]
        );

        var file = new XlsxWriter().Write(Report with { Sections = [Report.Sections[0] with { Blocks = [table] }] });

        var widths = ReadWorkbook
            .Sheets(file)[1]
            .Descendants(Main + "col")
            .Select(column => double.Parse(column.Attribute("width")!.Value, CultureInfo.InvariantCulture))
            .ToList();
        Assert.True(widths[0] > 17 && widths[2] > 15 && widths[1] > 90, string.Join(' ', widths));
    }

    [Fact]
    public async Task LibreOffice_computes_what_the_report_prints() =>
        Assert.True(await ReadWorkbook.ComputedByLibreOfficeAsync(Workbook) > 60);
}
