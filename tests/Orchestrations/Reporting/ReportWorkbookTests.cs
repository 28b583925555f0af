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
    public async Task LibreOffice_computes_what_the_report_prints() =>
        Assert.True(await ReadWorkbook.ComputedByLibreOfficeAsync(Workbook) > 60);
}
