using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sakip.Tests.Orchestrations.Documents;

namespace Sakip.Tests.Orchestrations.Reporting;

/// <summary>A workbook as another program reads and computes it.</summary>
internal static partial class ReadWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>
    /// Compares every formula with what LibreOffice makes of it, and gives their number. What the file remembers of its
    /// formulas is taken out first, so that LibreOffice has to compute.
    /// </summary>
    public static async Task<int> ComputedByLibreOfficeAsync(byte[] workbook)
    {
        var files = await LibreOffice.ConvertAsync(
            "laporan.xlsx",
            Forgetful(workbook),
            "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1"
        );

        var computed = 0;
        foreach (var (sheet, name) in Sheets(workbook).Zip(Names(workbook)).Skip(1))
        {
            var rows = Rows(files[$"laporan-{name}.csv"].Split('\n'));
            foreach (var cell in sheet.Descendants(Main + "c").Where(cell => cell.Element(Main + "f") is not null))
            {
                var (row, column) = Place(cell.Attribute("r")!.Value);
                Assert.Equal(Value(cell.Element(Main + "v")!.Value), Value(rows[row - 1][column - 1]), 6);
                computed++;
            }
        }

        return computed;
    }

    /// <summary>How many numbers each sheet has behind the list of sheets.</summary>
    public static IEnumerable<int> NumbersOfSheets(byte[] workbook) =>
        Sheets(workbook)
            .Skip(1)
            .Select(sheet =>
                sheet
                    .Descendants(Main + "c")
                    .Count(cell => cell.Element(Main + "v") is not null && cell.Attribute("t")?.Value is null or "n")
            );

    private static byte[] Forgetful(byte[] workbook)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (
                var entry in zip
                    .Entries.Where(entry => entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal))
                    .ToList()
            )
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

    public static IReadOnlyList<XDocument> Sheets(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return
        [
            .. zip
                .Entries.Where(entry => SheetFile().IsMatch(entry.FullName))
                .OrderBy(entry =>
                    int.Parse(SheetFile().Match(entry.FullName).Groups[1].Value, CultureInfo.InvariantCulture)
                )
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
            if (open.ToString().Count(c => c == '"') % 2 != 0)
                continue;
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
