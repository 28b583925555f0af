using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>The part of a list that is the office's own: a file of a whole Setda has the rows of every Biro.</summary>
/// <param name="Chosen">Null for a file that has one part only.</param>
/// <param name="Question">Null where the file has one part only.</param>
internal sealed record ListPart(IReadOnlyList<ListRow> Rows, string? Chosen, SpendingQuestion? Question)
{
    public const string Field = "part";
    public const string Whole = "semua";

    public static ListPart Of(
        BudgetListImport import,
        IReadOnlyList<ListRow> rows,
        OfficePlan plan,
        IReadOnlyList<BudgetSource> former
    )
    {
        var offices = Names(rows, row => row.Office);
        var carriers = Names(rows, row => row.Carrier);
        // Sub-units of one office are told apart by whoever carries out, and are no other offices.
        var own = carriers.FirstOrDefault(name => IsOwn(name, plan));
        if (offices.Count <= 1 && own is null)
            return new ListPart(rows, null, null);
        var options = offices.Count > 1 ? offices.Union(own is null ? [] : carriers).ToList() : carriers;
        var given = import.Part == Whole || options.Contains(import.Part ?? "") ? import.Part : null;
        var remembered = former
            .Select(source => source.Part)
            .FirstOrDefault(part => part == Whole || (part is not null && options.Contains(part)));
        var named = own ?? offices.FirstOrDefault(name => IsOwn(name, plan));
        var chosen = given ?? remembered ?? named;
        return new ListPart(
            chosen is null or Whole ? rows : [.. rows.Where(row => row.Office == chosen || row.Carrier == chosen)],
            chosen,
            new SpendingQuestion(
                Field,
                "Berkas ini memuat lebih dari satu unit. Baris mana yang milik kantor ini?",
                [
                    .. options.Select(name =>
                        Option(name, name, rows.Where(row => row.Office == name || row.Carrier == name))
                    ),
                    Option(Whole, "Semua baris", rows),
                ],
                chosen,
                given is not null ? null
                    : remembered is not null ? "seperti impor sebelumnya"
                    : named is not null ? "menurut nama kantor"
                    : null
            )
        );
    }

    private static List<string> Names(IReadOnlyList<ListRow> rows, Func<ListRow, string> name) =>
        [.. rows.Select(name).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];

    private static bool IsOwn(string name, OfficePlan plan) =>
        SheetTable.Plain(name) is var plain
        && (plain == SheetTable.Plain(plan.Unit.Name) || plain == SheetTable.Plain(plan.Unit.ShortName));

    private static SpendingOption Option(string value, string text, IEnumerable<ListRow> rows) =>
        new(value, text, $"{rows.Count()} baris, jumlah {IndonesianNumber.Rupiah(rows.Sum(row => row.Ceiling))}");
}
