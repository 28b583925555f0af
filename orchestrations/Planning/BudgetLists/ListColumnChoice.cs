using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>A column that may be the ceilings.</summary>
/// <param name="Key">The path of its headings, by which a choice is remembered.</param>
internal sealed record ListColumn(ListTable Table, SpendingHeading Heading, string Key);

/// <summary>Which column of ceilings is taken: the one that was chosen, that of the last import, or the only likely one.</summary>
/// <param name="Column">Null while nobody has chosen.</param>
/// <param name="Question">Null where the file has one column of money only.</param>
internal sealed record ListColumnChoice(ListColumn? Column, SpendingQuestion? Question)
{
    private const int Most = 24;

    public static ListColumnChoice Of(
        BudgetListImport import,
        IReadOnlyList<ListTable> tables,
        int year,
        IReadOnlyList<BudgetSource> former
    )
    {
        var all = tables.SelectMany(table => Columns(table, tables.Count > 1)).Take(Most).ToList();
        var likely = all.Where(one => ListHeading.IsLikely(one.Heading, year)).ToList();
        var given = all.FirstOrDefault(one => one.Key == import.Column);
        var remembered = former
            .Select(source => all.FirstOrDefault(one => one.Key == source.Column))
            .FirstOrDefault(one => one is not null);
        var only = likely.Count == 1 ? likely[0] : null;
        var column = given ?? remembered ?? only;
        if (all.Count == 1)
            return new ListColumnChoice(all[0], null);
        return new ListColumnChoice(
            column,
            new SpendingQuestion(
                SpendingChoice.ColumnField,
                "Kolom mana yang berisi pagu versi anggaran ini?",
                [.. all.Select(Option)],
                column?.Key,
                given is not null ? null
                    : remembered is not null ? "seperti impor sebelumnya"
                    : only is not null ? "menurut judul kolom"
                    : null
            )
        );
    }

    private static IEnumerable<ListColumn> Columns(ListTable table, bool isOneOfMany)
    {
        var found = table
            .All(ListRole.Ceiling)
            .Where(column => !table.Sheet.HiddenColumns.Contains(column))
            .Select(table.Block.At)
            .Select(heading => new ListColumn(
                table,
                heading,
                (isOneOfMany ? SheetTable.Plain(table.Sheet.Name) + "|" : "") + heading.Key
            ))
            .Where(HoldsMoney)
            .ToList();
        return found
            .GroupBy(one => one.Key)
            .SelectMany(alike =>
                alike.Select(
                    (one, at) => at == 0 ? one : one with { Key = FormattableString.Invariant($"{one.Key}#{at + 1}") }
                )
            );
    }

    private static bool HoldsMoney(ListColumn column) =>
        column
            .Table.Sheet.Rows.Where(row => row.Number > column.Table.Block.Last)
            .Any(row => SpendingAmount.Of(row[column.Heading.Column], 1m).Value is not null);

    private static SpendingOption Option(ListColumn column) =>
        new(
            column.Key,
            column.Heading.Text,
            $"lembar {column.Table.Sheet.Name}, kolom {CellAddress.Letters(column.Heading.Column)}, jumlah "
                + IndonesianNumber.Rupiah(
                    new ListReading(column.Table, column.Heading.Column, 1m).Rows.Sum(row => row.Ceiling)
                )
        );
}
