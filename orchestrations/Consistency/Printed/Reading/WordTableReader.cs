using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Consistency;

/// <summary>A table of a Word document: merged cells laid out on the grid, headings of several rows joined.</summary>
internal static partial class WordTableReader
{
    private const int MostColumns = 64;
    private const int MostHeaderRows = 4;

    /// <summary>A cell on the grid.</summary>
    /// <param name="GoesOn">It belongs to the cell above it.</param>
    /// <param name="IsFirst">The leftmost of the columns that the cell takes.</param>
    private sealed record GridCell(string Text, bool GoesOn, bool IsFirst, int Span);

    /// <summary>Null for what is no table of data: a frame around a text, a block of signatures.</summary>
    public static PrintedTable? Read(Table table)
    {
        var native = RowsOf(table);
        var rows = native.Select(Cells).Where(row => row.Count > 0).ToList();
        var width = rows.Select(row => row.Count).DefaultIfEmpty().Max();
        if (rows.Count < 2 || width < 2 || rows.TrueForAll(IsTold) || IsFrame(table, rows.Count * width))
            return null;
        var header = HeaderRows(native, rows);
        var columns = Enumerable.Range(0, width).Select(at => new PrintedColumn(Heading(rows, header, at))).ToList();
        var body = rows.Skip(header).SkipWhile(IsNumbering).Where(row => row.Exists(cell => cell.Text.Length > 0));
        return new(columns, [.. body.Select(row => new PrintedRow(Printed(row, width)))]);
    }

    /// <summary>What a frame or a list of "Nama : Isi" says, a line each row.</summary>
    public static IEnumerable<string> Lines(Table table) =>
        RowsOf(table)
            .Select(row =>
                string.Join(
                    ' ',
                    Cells(row).Where(cell => cell is { IsFirst: true, Text.Length: > 0 }).Select(cell => cell.Text)
                )
            )
            .Where(line => line.Length > 0)
            .Select(line => line.Replace(" : ", ": ", StringComparison.Ordinal));

    public static IEnumerable<TableCell> CellsOf(Table table) => RowsOf(table).SelectMany(CellsOf);

    // Rows and cells may stand in controls of a form.
    private static List<TableRow> RowsOf(Table table) =>
        [.. table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table)];

    private static IEnumerable<TableCell> CellsOf(TableRow row) =>
        row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row);

    // Tables side by side: as many tables of data as there are cells, or nearly.
    private static bool IsFrame(Table table, int cells) =>
        CellsOf(table).Count(cell => cell.Elements<Table>().Any(inner => RowsOf(inner).Count > 1)) * 2 >= cells;

    private static bool IsTold(List<GridCell> row) => row.Count == 3 && row[1].Text == ":";

    private static List<GridCell> Cells(TableRow row)
    {
        var cells = Enumerable
            .Repeat(
                new GridCell("", false, true, 1),
                Math.Min(row.TableRowProperties?.Elements<GridBefore>().FirstOrDefault()?.Val?.Value ?? 0, MostColumns)
            )
            .ToList();
        foreach (var cell in CellsOf(row))
        {
            var merge = cell.TableCellProperties?.VerticalMerge;
            var goesOn = merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);
            var text = goesOn ? "" : WordBody.TextOf(cell);
            var span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, MostColumns);
            for (var i = 0; i < span && cells.Count < MostColumns; i++)
                cells.Add(new(text, goesOn, i == 0, span));
        }

        return cells;
    }

    // Rows marked as repeated; else the first and those that it reaches into by merging or divides.
    private static int HeaderRows(List<TableRow> native, List<List<GridCell>> rows)
    {
        var marked = native.TakeWhile(row => row.TableRowProperties?.GetFirstChild<TableHeader>() is not null).Count();
        if (marked > 0)
            return Math.Min(marked, Math.Min(MostHeaderRows, rows.Count - 1));
        var count = 1;
        while (
            count < Math.Min(MostHeaderRows, rows.Count - 1)
            && (rows[count].Exists(cell => cell.GoesOn) || rows[count - 1].Exists(cell => cell.Span > 1))
            && !rows[count].Exists(cell => Amount().IsMatch(cell.Text))
        )
        {
            count++;
        }

        return count;
    }

    private static string Heading(List<List<GridCell>> rows, int header, int at) =>
        string.Join(
            ' ',
            rows.Take(header)
                .Where(row => at < row.Count && !IsNumbering(row))
                .Select(row => row[at].Text)
                .Where(text => text.Length > 0)
                .Distinct(StringComparer.Ordinal)
        );

    // "(1) (2) (3)" and "1 2 3 4 5=4/3" below the headings.
    private static bool IsNumbering(List<GridCell> row)
    {
        var texts = row.Where(cell => cell.IsFirst && cell.Text.Length > 0).Select(cell => cell.Text).ToList();
        return texts.Count > 1
            && texts
                .Select(
                    (text, i) =>
                        ColumnNumber().Match(text) is { Success: true } match && match.Groups["n"].Value == $"{i + 1}"
                )
                .All(fits => fits);
    }

    // Words over several columns are told in each, numbers once.
    private static List<string> Printed(List<GridCell> row, int width) =>
        [
            .. Enumerable
                .Range(0, width)
                .Select(at =>
                    at >= row.Count ? ""
                    : row[at].IsFirst || Total().IsMatch(row[at].Text) ? row[at].Text
                    : ""
                ),
        ];

    [GeneratedRegex(
        @"^(?:Rp\.?\s*)?[0-9][0-9.,]{3,}(?:,-)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"^\(?(?<n>[0-9]{1,2})\)?(?:\s*=.*)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ColumnNumber();

    [GeneratedRegex(
        @"^(?:jumlah|total)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Total();
}
