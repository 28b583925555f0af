using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>A column that may be the spending that is asked for.</summary>
/// <param name="Key">The path of its sheet and headings, by which it is chosen.</param>
/// <param name="Memory">The same path with its periods told from the quarter's end, by which a choice is remembered.</param>
/// <param name="IsLikely">False for one that seems to hold a part of the year, or another day's sum.</param>
internal sealed record SpendingCandidate(
    SpendingTable Table,
    SpendingHeading Heading,
    string Key,
    string Memory,
    bool IsLikely
);

/// <summary>Tells the columns of money apart.</summary>
internal static class SpendingColumns
{
    private const int Most = 24;

    public static IReadOnlyList<SpendingCandidate> Of(IReadOnlyList<SpendingTable> tables, int year, Quarter quarter)
    {
        var found = new List<SpendingCandidate>();
        var months = tables.Count(table => SpendingMemory.MonthOf(table.Sheet.Name) is not null);
        foreach (var table in tables)
        {
            var money = table
                .Block.Headings.Select(heading => (Heading: heading, Role: heading.Role(year, quarter)))
                .Where(one => one.Role is SpendingRole.ToDate or SpendingRole.PartOnly or SpendingRole.Elsewhen)
                .Where(one => !IsCode(table, one.Heading.Column))
                .ToList();
            money = Preferred(money, one => !table.Sheet.HiddenColumns.Contains(one.Heading.Column));
            money = Preferred(money, one => HoldsMoney(table, one.Heading.Column));
            var isOneOfMonths = months > 1 && SpendingMemory.MonthOf(table.Sheet.Name) is not null;
            found.AddRange(
                money.Select(one => new SpendingCandidate(
                    table,
                    one.Heading,
                    (tables.Count > 1 ? SheetTable.Plain(table.Sheet.Name) + "|" : "") + one.Heading.Key,
                    SpendingMemory.Of(tables.Count > 1 ? table.Sheet.Name : null, one.Heading, year, quarter),
                    one.Role == SpendingRole.ToDate
                        && !IsOvershadowed(one.Heading, money)
                        && (!isOneOfMonths || IsSumOfQuarter(table, one.Heading, quarter))
                ))
            );
        }

        return [.. found.Take(Most).GroupBy(one => one.Key).SelectMany(Numbered)];
    }

    // Where each month has a sheet, "Realisasi" alone may be the month's own spending.
    private static bool IsSumOfQuarter(SpendingTable table, SpendingHeading heading, Quarter quarter) =>
        SpendingMemory.MonthOf(table.Sheet.Name) == 3 * (int)quarter
        && HeadingWords.Of($"{table.Sheet.Name} {heading.Text}").HasAny(" sd ", " per ", "posisi", " akhir ");

    // "Realisasi Anggaran" over "Pagu" and "Realisasi": the column that says so itself is meant.
    private static bool IsOvershadowed(
        SpendingHeading heading,
        List<(SpendingHeading Heading, SpendingRole Role)> all
    ) =>
        heading.Parts.Count > 1
        && !SaysSo(heading)
        && all.Any(other =>
            SaysSo(other.Heading) && other.Heading.Parts.Count > 1 && other.Heading.Parts[0] == heading.Parts[0]
        );

    private static bool SaysSo(SpendingHeading heading) =>
        HeadingWords.Of(heading.Parts[^1]).HasAny("realisasi", "serapan");

    private static IEnumerable<SpendingCandidate> Numbered(IEnumerable<SpendingCandidate> alike) =>
        alike.Select(
            (one, at) =>
                at == 0
                    ? one
                    : one with
                    {
                        Key = FormattableString.Invariant($"{one.Key}#{at + 1}"),
                        Memory = FormattableString.Invariant($"{one.Memory}#{at + 1}"),
                    }
        );

    private static List<T> Preferred<T>(List<T> all, Func<T, bool> isGood)
    {
        var good = all.Where(isGood).ToList();
        return good.Count > 0 ? good : all;
    }

    private static bool IsCode(SpendingTable table, int column) =>
        table.Codes.Columns.Contains(column) || table.Codes.Account == column;

    private static bool HoldsMoney(SpendingTable table, int column)
    {
        var cells = table
            .Lines.Where(line => line.Kind is SpendingLineKind.SubActivity or SpendingLineKind.Account)
            .Select(line => table.Sheet.Money(line.Row.Number, column))
            .Where(cell => !cell.IsEmpty)
            .ToList();
        return cells.Count > 0 && cells.Count(cell => SpendingAmount.Of(cell, 1m).Value is not null) * 2 >= cells.Count;
    }
}
