using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sakip.Documents;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Documents;

namespace Sakip.Tests.Orchestrations.Reporting;

public partial class ReportWorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly Document Report = AnnualReportDocument.Build(SampleReport.Data);

    private static readonly byte[] Workbook = new XlsxWriter().Write(Report);

    private static IEnumerable<Table> Tables =>
        Report.Sections.SelectMany(section => section.Blocks).OfType<Table>().Where(table => table.InSpreadsheet);

    [Fact]
    public void Every_table_of_the_report_is_a_sheet_and_every_value_a_number()
    {
        var sheets = Sheets(Workbook);
        Assert.Equal(Tables.Count() + 1, sheets.Count);
        var numbers = sheets
            .Skip(1)
            .Select(sheet =>
                sheet
                    .Descendants(Main + "c")
                    .Count(cell => cell.Element(Main + "v") is not null && cell.Attribute("t")?.Value is null or "n"));
        Assert.Equal(
            Tables.Select(table => table.Rows.Sum(row => row.Cells.Count(cell => cell.Value is not null))),
            numbers);
    }

    [Fact]
    public void Totals_and_shares_of_the_budget_are_formulas()
    {
        var index = Tables.Index().Single(table => table.Item.Caption?.Number == "3.9").Index;
        var formulas = Sheets(Workbook)[index + 1].Descendants(Main + "f").Select(formula => formula.Value).ToList();
        Assert.Equal(2 * 14, formulas.Count(formula => formula.StartsWith("SUM(", StringComparison.Ordinal)));
        Assert.Equal(36, formulas.Count(formula => formula.StartsWith("IF(", StringComparison.Ordinal)));
    }

    /// <summary>What the file remembers of its formulas is taken out first, so that LibreOffice has to compute.</summary>
    [Fact]
    public async Task LibreOffice_computes_what_the_report_prints()
    {
        var files = await LibreOffice.ConvertAsync(
            "laporan.xlsx",
            Forgetful(Workbook),
            "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1");

        var computed = 0;
        foreach (var (sheet, name) in Sheets(Workbook).Zip(Names(Workbook)).Skip(1))
        {
            var rows = Rows(files[$"laporan-{name}.csv"].Split('\n'));
            foreach (var cell in sheet.Descendants(Main + "c").Where(cell => cell.Element(Main + "f") is not null))
            {
                var (row, column) = Place(cell.Attribute("r")!.Value);
                Assert.Equal(Value(cell.Element(Main + "v")!.Value), Value(rows[row - 1][column - 1]), 6);
                computed++;
            }
        }

        Assert.True(computed > 60, $"{computed}");
    }

    private static byte[] Forgetful(byte[] workbook)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (
                var entry in zip
                    .Entries.Where(entry => entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal))
                    .ToList())
            {
                XDocument sheet;
                using (var read = entry.Open())
                    sheet = XDocument.Load(read);
                sheet
                    .Descendants(Main + "f")
                    .Select(formula => formula.Parent!.Element(Main + "v"))
                    .OfType<XElement>()
                    .Remove();
                using var write = entry.Open();
                write.SetLength(0);
                sheet.Save(write);
            }
        }

        return stream.ToArray();
    }

    private static IReadOnlyList<XDocument> Sheets(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return
        [
            .. zip
                .Entries.Where(entry => SheetFile().IsMatch(entry.FullName))
                .OrderBy(entry =>
                    int.Parse(SheetFile().Match(entry.FullName).Groups[1].Value, CultureInfo.InvariantCulture))
                .Select(entry =>
                {
                    using var read = entry.Open();
                    return XDocument.Load(read);
                }),
        ];
    }

    private static IReadOnlyList<string> Names(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var read = zip.GetEntry("xl/workbook.xml")!.Open();
        return [.. XDocument.Load(read).Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value)];
    }

    // A quoted cell may hold a line break.
    private static List<string[]> Rows(string[] lines)
    {
        var (rows, open) = (new List<string[]>(), new StringBuilder());
        foreach (var line in lines)
        {
            open.Append(open.Length == 0 ? "" : "\n").Append(line.TrimEnd('\r'));
            if (open.ToString().Count(c => c == '"') % 2 != 0) continue;
            rows.Add(open.ToString().Split('\t'));
            open.Clear();
        }

        return rows;
    }

    private static (int Row, int Column) Place(string address)
    {
        var letters = address
            .TakeWhile(char.IsAsciiLetter)
            .Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1);
        return (int.Parse(address.AsSpan(address.Count(char.IsAsciiLetter)), CultureInfo.InvariantCulture), letters);
    }

    private static double Value(string text) => double.Parse(text.Trim('"'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"worksheets/sheet(\d+)\.xml$")]
    private static partial Regex SheetFile();
}
