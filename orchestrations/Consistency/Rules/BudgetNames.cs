using Sakip.Evaluation;

namespace Sakip.Consistency;

/// <summary>K-AG-01: an amount stands only beside the name that it belongs to.</summary>
internal sealed class BudgetNames : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) => facts.Budget.Count == 0
        ? []
        : [.. Tables(facts), .. Agreements(facts), .. Lists(facts)];

    private static IEnumerable<Contradiction> Tables(PrintedFacts facts) =>
        from table in facts.Tables
        where table != facts.BudgetTable && table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling)
        from row in table.Table.Rows
        where row.Level != RowLevel.Total
        let amount = table.Amount(row, ColumnRole.Ceiling)
        where amount is not null
        let finding = Judge(facts, table.Cell(row, ColumnRole.Programme), [(amount.Value, table.Cell(row, ColumnRole.Ceiling))], table.Place, null)
        where finding is not null
        select finding;

    // An agreement may stand on another budget version, so here only names are compared.
    private static IEnumerable<Contradiction> Agreements(PrintedFacts facts) =>
        from agreement in facts.Report.Agreements
        from row in agreement.Programmes
        where !facts.Programmes.Any(programme => Names.Same(programme.Name, row.Name))
        let likely = facts.Programmes.MaxBy(programme => Names.Likeness(programme.Name, row.Name))
        where Names.Likeness(likely.Name, row.Name) >= 0.5
        select Renamed(row.Name, likely.Name, "Lampiran perjanjian kinerja", facts.BudgetTable!.Place, null);

    private static IEnumerable<Contradiction> Lists(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where sentence.InList
        let amounts = TextNumbers.Amounts(sentence.Paragraph)
        where amounts.Count > 0 && amounts.Any(amount => Owners(facts, amount.Value).Count > 0)
        let name = NameIn(sentence.Paragraph[..amounts[0].At])
        where name.Length > 0
        let finding = Judge(
            facts, name, amounts.Select(amount => (amount.Value, amount.Printed)).ToList(), sentence.Place, sentence.Paragraph)
        where finding is not null
        select finding;

    private static Contradiction? Judge(
        PrintedFacts facts, string name, List<(decimal Value, string Printed)> amounts, string place, string? quote)
    {
        var named = Find(facts, name);
        foreach (var (value, printed) in amounts)
        {
            var owners = Owners(facts, value);
            if (owners.Count == 0 || owners.Exists(owner => named is not null && Names.Same(owner.Name, named.Name))) continue;
            var own = named is null ? null : $"{IndonesianNumber.Rupiah(named.Ceiling)} (\"{named.Name}\")";
            if (named is null && owners.MaxBy(owner => Names.Likeness(owner.Name, name)) is { } like && Names.Likeness(like.Name, name) >= 0.5)
            {
                return Renamed(name, like.Name, place, facts.BudgetTable!.Place, quote);
            }

            return new(
                "K-AG-01", $"Jumlah milik \"{owners[0].Name}\" tercantum pada \"{name}\".", [place, facts.BudgetTable!.Place],
                "Pasangkan kembali nama dan jumlahnya.", $"{printed} (\"{name}\")", own ?? $"\"{owners[0].Name}\"",
                named is null ? null : IndonesianNumber.Rupiah(value - named.Ceiling), quote);
        }

        return named is not null && !Names.Same(named.Name, name) ? Renamed(name, named.Name, place, facts.BudgetTable!.Place, quote) : null;
    }

    private static Contradiction Renamed(string name, string right, string place, string other, string? quote) => new(
        "K-AG-01", $"Nama \"{name}\" berbeda dengan nama dalam anggaran.", [place, other], "Samakan namanya.", name, right,
        null, quote, FindingLevel.Warning);

    private static List<BudgetFact> Owners(PrintedFacts facts, decimal amount) =>
        facts.Budget.Where(row => row.Ceiling == amount || row.Spent == amount).OrderBy(row => row.Level).ToList();

    private static BudgetFact? Find(PrintedFacts facts, string name) =>
        facts.Budget.FirstOrDefault(row => Names.Same(row.Name, name));

    // What stands before the amount, without numbering and the words that lead to it.
    private static string NameIn(string head)
    {
        var name = Lead().Replace(head, "");
        name = Tail().Replace(name, "").Trim();
        return name.StartsWith("Program Program ", StringComparison.OrdinalIgnoreCase) ? name["Program ".Length..] : name;
    }

    private static System.Text.RegularExpressions.Regex Lead() => Patterns.ItemLead();

    private static System.Text.RegularExpressions.Regex Tail() => Patterns.AmountLead();
}
