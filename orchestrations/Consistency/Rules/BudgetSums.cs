using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-AG-02: sub-activities make activities, those programmes, and those the total, wherever it is printed.</summary>
internal sealed class BudgetSums : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        [.. Tree(facts), .. Totals(facts), .. PerIndicator(facts)];

    private static IEnumerable<Contradiction> Tree(PrintedFacts facts)
    {
        var children = facts.Budget.ToLookup(row => row.Parent);
        for (var i = 0; i < facts.Budget.Count; i++)
        {
            var row = facts.Budget[i];
            var parts =
                row.Level == RowLevel.SubActivity ? [] : children[i].Where(part => part.Level > row.Level).ToList();
            if (parts.Count == 0)
                continue;
            var ceiling = parts.Sum(part => part.Ceiling);
            if (ceiling != row.Ceiling)
                yield return Finding(facts, row.Name, "pagu", row.Ceiling, ceiling);
            if (row.Spent is not { } spent || parts.Exists(part => part.Spent is null))
                continue;
            var sum = parts.Sum(part => part.Spent!.Value);
            if (sum != spent)
                yield return Finding(facts, row.Name, "realisasi", spent, sum);
        }
    }

    // A total elsewhere that is the sum of its own rows, but not the budget's; wrong sums of own rows are K-PK-05's.
    private static IEnumerable<Contradiction> Totals(PrintedFacts facts) =>
        from table in facts.Tables
        where
            table != facts.BudgetTable
            && table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling)
            && facts.Budget.Count > 0
        from row in table.Table.Rows.Where(row => row.Level == RowLevel.Total)
        from pair in new[]
        {
            (ColumnRole.Ceiling, (decimal?)facts.Ceiling, "pagu"),
            (ColumnRole.Spent, facts.Spent, "realisasi"),
        }
        let printed = table.Amount(row, pair.Item1)
        let right = pair.Item2
        where
            printed is not null
            && right is not null
            && printed != right
            && !IsAgreed(facts, printed.Value)
            && table
                .Table.Rows.Where(one => one.Level == RowLevel.Programme)
                .Sum(one => table.Amount(one, pair.Item1) ?? 0m) == printed
        select new Contradiction(
            "K-AG-02",
            $"Jumlah {pair.Item3} tidak sama dengan jumlah anggaran.",
            [table.Place, facts.BudgetTable!.Place],
            "Hitung ulang jumlahnya.",
            table.Cell(row, pair.Item1),
            IndonesianNumber.Rupiah(right.Value),
            IndonesianNumber.Rupiah(printed.Value - right.Value)
        );

    private static bool IsAgreed(PrintedFacts facts, decimal value) =>
        facts.Report.Agreements.Any(agreement => NumberParser.Parse(agreement.Total, NumberKind.Rupiah).Value == value);

    // By row where the table of performance says which programmes support an indicator, else by the sum.
    private static IEnumerable<Contradiction> PerIndicator(PrintedFacts facts)
    {
        var supporting = Supporting(facts);
        foreach (
            var table in facts.Tables.Where(table =>
                table.HasAll(ColumnRole.Indicator, ColumnRole.Ceiling) && facts.Budget.Count > 0
            )
        )
        {
            foreach (
                var (role, total, word) in new[]
                {
                    (ColumnRole.Ceiling, (decimal?)facts.Ceiling, "pagu"),
                    (ColumnRole.Spent, facts.Spent, "realisasi"),
                }
            )
            {
                var rows = table
                    .Table.Rows.Where(row => row.Level != RowLevel.Total && table.Amount(row, role) is not null)
                    .ToList();
                var wrong = rows.Where(row =>
                        Right(facts, supporting, table, row, role) is { } right
                        && right != table.Amount(row, role)
                        && Right(facts, supporting, table, row, role, withOverhead: false) != table.Amount(row, role)
                    )
                    .ToList();
                foreach (var row in wrong)
                {
                    var right = Right(facts, supporting, table, row, role)!.Value;
                    yield return WrongRow(facts, table, row, role, right);
                }

                var isWhole =
                    rows.Count > 0 && rows.Count >= table.Table.Rows.Count(row => row.Level != RowLevel.Total);
                var sum = rows.Sum(row => table.Amount(row, role)!.Value);
                if (wrong.Count == 0 && supporting.Count == 0 && isWhole && total is not (null or 0m) && sum != total)
                    yield return WrongSum(facts, table, word, sum, total.Value);
            }
        }
    }

    private static Contradiction WrongRow(
        PrintedFacts facts,
        TableView table,
        PrintedRow row,
        ColumnRole role,
        decimal right
    )
    {
        var word = role == ColumnRole.Ceiling ? "pagu" : "realisasi";
        return new(
            "K-AG-02",
            $"Jumlah {word} \"{table.Cell(row, ColumnRole.Indicator)}\" tidak sama dengan jumlah program penunjangnya.",
            [table.Place, facts.BudgetTable!.Place],
            "Jumlahkan program penunjangnya.",
            table.Cell(row, role),
            IndonesianNumber.Rupiah(right),
            IndonesianNumber.Rupiah(table.Amount(row, role)!.Value - right)
        );
    }

    private static Contradiction WrongSum(
        PrintedFacts facts,
        TableView table,
        string word,
        decimal sum,
        decimal total
    ) =>
        new(
            "K-AG-02",
            $"Jumlah {word} per indikator tidak sama dengan jumlah anggaran.",
            [table.Place, facts.BudgetTable!.Place],
            "Periksa pembagian anggaran per indikator.",
            IndonesianNumber.Rupiah(sum),
            IndonesianNumber.Rupiah(total),
            IndonesianNumber.Rupiah(sum - total)
        );

    private static decimal? Right(
        PrintedFacts facts,
        Dictionary<string, List<BudgetFact>> supporting,
        TableView table,
        PrintedRow row,
        ColumnRole role,
        bool withOverhead = true
    ) =>
        facts.Resolve(table.Cell(row, ColumnRole.Indicator), []) is { } indicator
        && supporting.TryGetValue(indicator, out var programmes)
            ? programmes
                .Where(programme => withOverhead || !OverheadShown.IsOverhead(programme.Name))
                .Sum(programme => role == ColumnRole.Ceiling ? programme.Ceiling : programme.Spent ?? 0m)
            : null;

    private static Dictionary<string, List<BudgetFact>> Supporting(PrintedFacts facts)
    {
        var supporting = new Dictionary<string, List<BudgetFact>>(StringComparer.Ordinal);
        if (facts.PerformanceTable is not { } table || !table.Has(ColumnRole.Indicator))
            return supporting;
        string? indicator = null;
        foreach (var row in table.Table.Rows)
        {
            if (table.Cell(row, ColumnRole.Indicator) is { Length: > 0 } name)
                indicator = facts.Resolve(name, []);
            if (row.Level != RowLevel.Programme || indicator is null)
                continue;
            if (facts.Money.Find(table.Cell(row, ColumnRole.Programme)) is not { } programme)
                return [];
            if (!supporting.TryGetValue(indicator, out var own))
                supporting[indicator] = own = [];
            own.Add(programme);
        }

        return supporting;
    }

    private static Contradiction Finding(PrintedFacts facts, string name, string what, decimal printed, decimal sum) =>
        new(
            "K-AG-02",
            $"Jumlah {what} \"{name}\" tidak sama dengan penjumlahan bagiannya.",
            [facts.BudgetTable!.Place],
            "Hitung ulang jumlahnya.",
            IndonesianNumber.Rupiah(printed),
            IndonesianNumber.Rupiah(sum),
            IndonesianNumber.Rupiah(printed - sum)
        );
}
