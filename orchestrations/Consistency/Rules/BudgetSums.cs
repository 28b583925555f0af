using Sakip.Evaluation;

namespace Sakip.Consistency;

/// <summary>K-AG-02: sub-activities make activities, those programmes, and those the total, wherever it is printed.</summary>
internal sealed class BudgetSums : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        for (var i = 0; i < facts.Budget.Count; i++)
        {
            var parts = facts.Budget.Where(row => row.Parent == i && row.Level > facts.Budget[i].Level).ToList();
            if (parts.Count == 0) continue;
            var ceiling = parts.Sum(part => part.Ceiling);
            if (ceiling != facts.Budget[i].Ceiling) yield return Finding(facts, facts.Budget[i], "pagu", facts.Budget[i].Ceiling, ceiling);
            if (facts.Budget[i].Spent is not { } spent || parts.Exists(part => part.Spent is null)) continue;
            var sum = parts.Sum(part => part.Spent!.Value);
            if (sum != spent) yield return Finding(facts, facts.Budget[i], "realisasi", spent, sum);
        }

        foreach (var table in facts.Tables.Where(table => table.HasAll(ColumnRole.Indicator, ColumnRole.Ceiling)))
        {
            foreach (var (role, total, word) in new[] { (ColumnRole.Ceiling, (decimal?)facts.Ceiling, "pagu"), (ColumnRole.Spent, facts.Spent, "realisasi") })
            {
                var amounts = table.Table.Rows.Select(row => table.Amount(row, role)).ToList();
                if (total is null or 0m || amounts.Contains(null) || amounts.Sum() == total) continue;
                yield return new(
                    "K-AG-02", $"Jumlah {word} per indikator tidak sama dengan jumlah anggaran.", [table.Place, facts.BudgetTable!.Place],
                    "Periksa pembagian anggaran per indikator.", IndonesianNumber.Rupiah(amounts.Sum()!.Value),
                    IndonesianNumber.Rupiah(total.Value), IndonesianNumber.Rupiah(amounts.Sum()!.Value - total.Value));
            }
        }
    }

    private static Contradiction Finding(PrintedFacts facts, BudgetFact row, string what, decimal printed, decimal sum) => new(
        "K-AG-02", $"Jumlah {what} \"{row.Name}\" tidak sama dengan penjumlahan bagiannya.", [facts.BudgetTable!.Place],
        "Hitung ulang jumlahnya.", IndonesianNumber.Rupiah(printed), IndonesianNumber.Rupiah(sum), IndonesianNumber.Rupiah(printed - sum));
}

/// <summary>K-AG-03: the same activities are performed and paid for, and counts in the text are counted.</summary>
internal sealed class BudgetSets : IPrintedRule
{
    private static readonly (RowLevel Level, string Noun, string Pattern)[] Levels =
    [
        (RowLevel.Programme, "program", "program"), (RowLevel.Activity, "kegiatan", "kegiatan"),
        (RowLevel.SubActivity, "sub kegiatan", "sub[ -]?kegiatan"),
    ];

    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        if (facts.Budget.Count == 0) yield break;
        foreach (var (level, noun, pattern) in Levels)
        {
            var budget = facts.Budget.Where(row => row.Level == level).Select(row => row.Name).ToList();
            var performed = facts.PerformanceTable?.Table.Rows.Where(row => row.Level == level)
                .Select(row => facts.PerformanceTable.Cell(row, ColumnRole.Programme)).ToList();
            if (performed is not null)
            {
                foreach (var finding in Missing(budget, performed, noun, facts.BudgetTable!.Place, facts.PerformanceTable!.Place)) yield return finding;
                foreach (var finding in Missing(performed, budget, noun, facts.PerformanceTable!.Place, facts.BudgetTable!.Place)) yield return finding;
            }

            foreach (var finding in Counts(facts, pattern, noun, budget.Count, performed?.Count)) yield return finding;
        }
    }

    private static IEnumerable<Contradiction> Missing(
        List<string> names, List<string> others, string noun, string place, string other) =>
        from name in names
        where !others.Exists(o => Names.Same(o, name))
        select new Contradiction(
            "K-AG-03", $"{char.ToUpperInvariant(noun[0])}{noun[1..]} \"{name}\" ada di {place} tetapi tidak ada di {other}.", [other, place],
            "Samakan daftar kedua tabel.", "tidak ada", name);

    private static IEnumerable<Contradiction> Counts(PrintedFacts facts, string pattern, string noun, int budget, int? performed)
    {
        foreach (var sentence in facts.Sentences.Where(s => s.Lower.Contains("program", StringComparison.Ordinal)))
        {
            foreach (var count in TextNumbers.Counts(sentence.Text, pattern))
            {
                if (count.Words is { } words && words != count.Value)
                {
                    yield return new(
                        "K-AG-03", "Angka dan bilangannya berbeda.", [sentence.Place], "Perbaiki salah satunya.", count.Printed,
                        IndonesianNumber.Count(count.Value), null, sentence.Text);
                }

                foreach (var (listed, place) in new[] { (budget, facts.BudgetTable!.Place), (performed ?? count.Value, facts.PerformanceTable?.Place ?? "") })
                {
                    if (listed == count.Value) continue;
                    yield return new(
                        "K-AG-03", $"Banyaknya {noun} dalam teks tidak sama dengan yang tercantum.", [sentence.Place, place],
                        "Hitung ulang atau lengkapi tabelnya.", count.Printed, $"{listed} {noun}", $"{count.Value - listed}", sentence.Text);
                }
            }
        }
    }
}
