using System.Text.RegularExpressions;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>The rows of a table in which its headings stand, and the path of headings above each column.</summary>
internal sealed partial record SpendingBlock(int First, int Last, IReadOnlyList<SpendingHeading> Headings)
{
    private const int Within = 40;
    private const int MostRows = 5;
    private const int LongestHeading = 120;

    /// <summary>The first rows that look like headings of a table of spending; null where there are none.</summary>
    public static SpendingBlock? Find(SpendingSheet sheet) =>
        Find(sheet, block => block.Headings.Any(IsCode) && block.Headings.Any(IsSpending));

    /// <summary>The first rows that look like headings of the table that is meant; null where there are none.</summary>
    public static SpendingBlock? Find(SpendingSheet sheet, Func<SpendingBlock, bool> isMeant)
    {
        foreach (var row in sheet.Rows.TakeWhile(row => row.Number <= Within))
        {
            if (row.Cells.Count < 2 || !row.Cells.Any(cell => IsHeading(cell.Text)))
                continue;
            var block = Of(sheet, row.Number);
            if (isMeant(block))
                return block;
        }

        return null;
    }

    /// <summary>
    /// The headings of the next table of the sheet; null where there is none. Headings that are printed again on each
    /// page, with the same columns, begin no table.
    /// </summary>
    /// <param name="isCode">Whether a text is a code of the budget: what stands beside it is no heading.</param>
    public static SpendingBlock? After(SpendingSheet sheet, SpendingBlock block, Func<string, bool> isCode)
    {
        var rows = sheet.Rows.Where(row => row.Number > block.Last && IsWords(row));
        foreach (var row in rows.Where(row => !row.Cells.Any(cell => isCode(cell.Text))))
        {
            var next = Of(sheet, row.Number);
            var code = next.Headings.FirstOrDefault(IsCode);
            if (
                code is not null
                && next.Headings.Any(one => one.Column != code.Column && IsSpending(one))
                && !next.IsLike(block)
            )
            {
                return next;
            }
        }

        return null;
    }

    public SpendingHeading At(int column) =>
        Headings.FirstOrDefault(heading => heading.Column == column) ?? new SpendingHeading(column, []);

    /// <summary>"1 | 2 | 3 = 2/1": a row that numbers the columns.</summary>
    public static bool IsNumbering(SheetRow row) =>
        row.Cells.Count >= 3
        && row.Cells.All(cell => Numbering().IsMatch(cell.Text.Trim()))
        && row.Cells[0].Text.Trim().Trim('(', ')') is "1" or "a" or "A";

    private bool IsLike(SpendingBlock other) =>
        Headings
            .Select(heading => (heading.Column, heading.Role(0, Kernel.Quarter.Q1)))
            .SequenceEqual(other.Headings.Select(heading => (heading.Column, heading.Role(0, Kernel.Quarter.Q1))));

    private static bool IsWords(SheetRow row) =>
        row.Cells.Count >= 3
        && row.Cells.All(cell =>
            cell.Kind == CellKind.Text && cell.Text.Length <= LongestHeading && !IsFigure(cell.Text)
        )
        && row.Cells.Count(cell => IsHeading(cell.Text)) >= 2;

    private static bool IsCode(SpendingHeading heading) =>
        heading.Parts.Count > 0
        && HeadingWords.Of(heading.Text).HasAny(" kode", " kd ", " no ", "kegiatan", "uraian", "rekening");

    private static bool IsSpending(SpendingHeading heading) =>
        heading.Role(0, Kernel.Quarter.Q1)
            is SpendingRole.ToDate
                or SpendingRole.PartOnly
                or SpendingRole.Elsewhen
                or SpendingRole.Percent
                or SpendingRole.Physical;

    private static bool IsHeading(string text) =>
        text.Length <= LongestHeading
        && HeadingWords
            .Of(text)
            .HasAny(" kode", " kd ", "realisasi", "serapan", "kegiatan", "uraian", "rekening", "sp2d");

    private static SpendingBlock Of(SpendingSheet sheet, int first)
    {
        var last = first;
        var paths = new List<int> { first };
        foreach (var row in sheet.Rows.Where(row => row.Number > first && row.Number <= first + MostRows))
        {
            if (IsNumbering(row))
            {
                last = row.Number;
                break;
            }

            if (row.Number > Reach(sheet, first, last) && !IsSubHeading(sheet, row, paths))
                break;
            paths.Add(row.Number);
            last = row.Number;
        }

        return new SpendingBlock(first, last, Paths(sheet, paths));
    }

    // A cell that is merged downwards holds the rows beside it in the heading.
    private static int Reach(SpendingSheet sheet, int first, int last)
    {
        while (
            last < first + MostRows
            && Enumerable
                .Range(1, sheet.LastColumn)
                .Any(column =>
                    sheet.Own(last + 1, column).IsEmpty
                    && !sheet[last, column].IsEmpty
                    && sheet[last + 1, column] == sheet[last, column]
                )
        )
        {
            last++;
        }

        return last;
    }

    // Words below a heading that has none of its own columns left, and no figure among them.
    private static bool IsSubHeading(SpendingSheet sheet, SheetRow row, List<int> above) =>
        row.Cells.All(cell => cell.Kind == CellKind.Text && cell.Text.Length <= LongestHeading && !IsFigure(cell.Text))
        && row.Cells.Any(cell => SubHeading(cell.Text) || IsQuarter(sheet, cell, above))
        && row.Cells.All(cell =>
            sheet[above[^1], cell.Column].IsEmpty
            || SubHeading(cell.Text)
            || IsQuarter(sheet, cell, above)
            || SpendingSheet.OneLine(sheet[above[^1], cell.Column].Text) == SpendingSheet.OneLine(cell.Text)
        );

    // "I" below "Realisasi Triwulan" is no code.
    private static bool IsQuarter(SpendingSheet sheet, SheetCell cell, List<int> above) =>
        HeadingWords.Of(sheet[above[^1], cell.Column].Text) is var words
        && words.HasAny("triwulan", " tw ")
        && SpendingPeriods.QuarterIn($"tw {cell.Text.Trim().ToLowerInvariant()}") is not null;

    private static bool SubHeading(string text) =>
        HeadingWords.Of(text) is " k " or " s " or " program " or " kegiatan " or " sub kegiatan " or " jumlah "
        || HeadingWords
            .Of(text)
            .HasAny(
                "%",
                " rp ",
                "fisik",
                "keuangan",
                "realisasi",
                "pagu",
                "anggaran",
                " ini ",
                " lalu ",
                "bulan",
                "triwulan",
                "target",
                "kode",
                "nilai",
                "persen",
                " sd ",
                " tw ",
                "serapan",
                "volume",
                " vol ",
                " nama ",
                "murni",
                "pergeseran",
                "perubahan",
                " semula ",
                " menjadi ",
                " sebelum",
                " sesudah",
                " setelah ",
                "bertambah",
                "berkurang",
                " belanja "
            )
        || SpendingPeriods.MonthIn(HeadingWords.Of(text)) is not null;

    private static List<SpendingHeading> Paths(SpendingSheet sheet, List<int> rows)
    {
        var parts = Enumerable.Range(0, sheet.LastColumn + 1).Select(_ => new List<string>()).ToList();
        foreach (var (row, depth) in rows.Select((row, depth) => (row, depth)))
        {
            var group = "";
            for (var column = 1; column <= sheet.LastColumn; column++)
            {
                var text = sheet.Text(row, column);
                var hasBelow = rows.Skip(depth + 1).Any(below => !sheet.Own(below, column).IsEmpty);
                // Without merged cells a heading over several columns stands above the first of them alone.
                if (text.Length == 0 && hasBelow)
                    text = group;
                else
                    group = hasBelow ? text : "";
                if (text.Length > 0 && (parts[column].Count == 0 || parts[column][^1] != text))
                    parts[column].Add(text);
            }
        }

        return
        [
            .. parts
                .Select((path, column) => new SpendingHeading(column, path))
                .Where(heading => heading.Parts.Count > 0),
        ];
    }

    [GeneratedRegex(
        @"^\(?(?:[0-9]{1,2}|[A-Za-z])\)?(?:\s*[=:(].{0,30})?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbering();

    private static bool IsFigure(string text) =>
        Figure().IsMatch(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));

    [GeneratedRegex(
        @"^\(?-?(?:rp\.?)?-?[0-9][0-9.,]*[-)]?$|^-$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Figure();
}
