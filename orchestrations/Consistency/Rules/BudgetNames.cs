using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>K-AG-01: an amount stands only beside the name that it belongs to.</summary>
internal sealed class BudgetNames : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        facts.Budget.Count == 0 ? [] : [.. Tables(facts), .. Agreements(facts), .. Lists(facts)];

    private static IEnumerable<Contradiction> Tables(PrintedFacts facts) =>
        from table in facts.Tables
        where table != facts.BudgetTable && table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling)
        from row in table.Table.Rows
        where row.Level != RowLevel.Total
        let amounts = new[] { ColumnRole.Ceiling, ColumnRole.Spent }
            .Select(role => (table.Amount(row, role), table.Cell(row, role), role == ColumnRole.Spent))
            .Where(amount => amount.Item1 is not null)
            .Select(amount => (amount.Item1!.Value, amount.Item2, (bool?)amount.Item3))
            .ToList()
        where amounts.Count > 0
        let finding = Judge(facts, table.Cell(row, ColumnRole.Programme), amounts, table.Place, null)
        where finding is not null
        select finding;

    // An agreement may stand on another budget version, so here only names are compared.
    private static IEnumerable<Contradiction> Agreements(PrintedFacts facts) =>
        from agreement in facts.Programmes.Count == 0 ? [] : facts.Report.Agreements
        from row in agreement.Programmes
        where !facts.Programmes.Any(programme => Names.Same(programme.Name, row.Name))
        let likely = facts.Programmes.MaxBy(programme => Names.Likeness(programme.Name, row.Name))
        where Names.Likeness(likely.Name, row.Name) >= 0.5
        select Renamed(row.Name, likely.Name, "Lampiran perjanjian kinerja", facts.BudgetTable!.Place, null);

    private static IEnumerable<Contradiction> Lists(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where sentence.InList && !YearNumbers.IsOfAnotherYear(facts, sentence)
        let told = TextNumbers.Amounts(sentence.Paragraph)
        where told.Count > 0
        let name = NameIn(sentence.Paragraph[..told[0].At])
        let amounts = Exact(facts, name, told)
        where
            name.Length > 0
            && (amounts.Any(amount => facts.Money.Owners(amount.Value).Count > 0) || facts.Money.Find(name) is not null)
        let finding = Judge(facts, name, Called(sentence.Paragraph, amounts), sentence.Place, sentence.Paragraph)
        where finding is not null
        select finding;

    // "Rp2,05 miliar" is the amount of the named row that it rounds.
    private static List<TextNumber> Exact(PrintedFacts facts, string name, IReadOnlyList<TextNumber> told)
    {
        var own = facts
            .Money.All(name)
            .SelectMany(row => new[] { row.Ceiling, row.Spent, row.Ceiling - row.Spent })
            .OfType<decimal>()
            .ToList();
        return
        [
            .. told.Select(amount =>
                amount.Step == 0m || !own.Exists(amount.Means) ? amount : amount with { Value = own.Find(amount.Means) }
            ),
        ];
    }

    private static List<(decimal Value, string Printed, bool? IsSpent)> Called(string text, List<TextNumber> amounts) =>
        amounts
            .Select(
                (amount, i) =>
                {
                    var head = text[(i == 0 ? 0 : amounts[i - 1].End)..amount.At].ToLowerInvariant();
                    bool? spent = head.Contains("sisa", StringComparison.Ordinal)
                        ? null
                        : head.Contains("realisasi", StringComparison.Ordinal)
                            || head.Contains("terserap", StringComparison.Ordinal);
                    return (
                        amount.Value,
                        amount.Printed,
                        i == 0
                        && spent == false
                        && !head.Contains("anggaran", StringComparison.Ordinal)
                        && !head.Contains("pagu", StringComparison.Ordinal)
                            ? null
                            : spent
                    );
                }
            )
            .ToList();

    private static Contradiction? Judge(
        PrintedFacts facts,
        string name,
        List<(decimal Value, string Printed, bool? IsSpent)> amounts,
        string place,
        string? quote
    )
    {
        var all = facts.Money.All(name).ToList();
        foreach (var (value, printed, spent) in amounts)
        {
            if (all.Exists(row => Fits(row, value, spent)) || spent != true && IsAgreed(facts, name, value))
                continue;
            var owners = facts.Money.Owners(value);
            Contradiction Misplaced(string owner, string right, string? difference) =>
                new(
                    "K-AG-01",
                    $"Jumlah milik \"{owner}\" tercantum pada \"{name}\".",
                    [place, facts.BudgetTable!.Place],
                    "Pasangkan kembali nama dan jumlahnya.",
                    $"{printed} (\"{name}\")",
                    right,
                    difference,
                    quote
                );
            if (all.Count == 0)
            {
                if (owners.MaxBy(owner => Names.Likeness(owner.Name, name)) is not { } like)
                    continue;
                return Names.Likeness(like.Name, name) >= 0.5
                    ? Renamed(name, like.Name, place, facts.BudgetTable!.Place, quote)
                    : Misplaced(owners[0].Name, $"\"{owners[0].Name}\"", null);
            }

            var own = all[0];
            if (owners.FirstOrDefault(owner => !Names.Same(owner.Name, own.Name)) is { } other)
            {
                var right = $"{IndonesianNumber.Rupiah(own.Ceiling)} (\"{own.Name}\")";
                return Misplaced(other.Name, right, IndonesianNumber.Rupiah(value - own.Ceiling));
            }

            var amount = spent == true ? own.Spent ?? 0m : own.Ceiling;
            return new(
                spent is not null && (value == own.Ceiling || value == own.Spent) ? "K-AG-04" : "K-AG-01",
                $"Jumlah {(spent == true ? "realisasi" : "anggaran")} \"{name}\" berbeda dengan tabel anggaran.",
                [place, facts.BudgetTable!.Place],
                "Gunakan jumlah dari tabel anggaran.",
                printed,
                IndonesianNumber.Rupiah(amount),
                IndonesianNumber.Rupiah(value - amount),
                quote
            );
        }

        return null;
    }

    private static bool Fits(BudgetFact row, decimal value, bool? spent) =>
        spent != true && value == row.Ceiling
        || spent != false && value == row.Spent
        || spent is null && value == row.Ceiling - row.Spent;

    private static bool IsAgreed(PrintedFacts facts, string name, decimal value) =>
        facts.Report.Agreements.Any(agreement =>
            agreement.Programmes.Any(row =>
                Names.Same(row.Name, name) && NumberParser.Parse(row.Amount, NumberKind.Rupiah).Value == value
            )
        );

    private static Contradiction Renamed(string name, string right, string place, string other, string? quote) =>
        new(
            "K-AG-01",
            $"Nama \"{name}\" berbeda dengan nama dalam anggaran.",
            [place, other],
            "Samakan namanya.",
            name,
            right,
            null,
            quote,
            FindingLevel.Warning
        );

    // What stands before the amount, without numbering and the words that lead to it.
    private static string NameIn(string head)
    {
        var name = Patterns.AmountLead().Replace(Patterns.ItemLead().Replace(head, ""), "").Trim();
        return name.StartsWith("Program Program ", StringComparison.OrdinalIgnoreCase)
            ? name["Program ".Length..]
            : name;
    }
}
