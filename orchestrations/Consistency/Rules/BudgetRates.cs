using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-AG-05: a weighted total is not an average.</summary>
internal sealed class AverageWord : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        if (facts.Money.Share is not { } total || facts.Programmes.Count < 2)
            yield break;
        var mean = facts.Programmes.Average(row => row.Share ?? 0m);
        foreach (
            var sentence in facts.Sentences.Where(s => s.Has("rata-rata") && s.Has("keuangan", "anggaran", "serapan"))
        )
        {
            foreach (var percent in TextNumbers.Percentages(sentence.Text))
            {
                if (!PrintedNumber.Fits(total, percent.Printed) || PrintedNumber.Fits(mean, percent.Printed))
                    continue;
                yield return new(
                    "K-AG-05",
                    "Serapan keseluruhan (berbobot) disebut rata-rata.",
                    [sentence.Place, facts.BudgetTable!.Place],
                    "Tulis \"serapan keseluruhan\", bukan \"rata-rata\".",
                    percent.Printed,
                    "rata-rata program " + IndonesianNumber.Percent(mean, 2),
                    IndonesianNumber.Number(percent.Value - mean, 2) + " poin",
                    sentence.Text
                );
            }
        }
    }
}

/// <summary>K-AG-06 on a printed report: low absorption that no sentence explains.</summary>
internal sealed class UnexplainedAbsorption : IPrintedRule
{
    private const decimal Threshold = 70m;
    private static readonly string[] Explaining =
    [
        "serapan",
        "terserap",
        "kendala",
        "efisiensi",
        "sisa",
        "disebabkan",
        "karena",
    ];

    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        var outputs =
            facts
                .PerformanceTable?.Table.Rows.Select(row =>
                    (Name: Names.Normalise(facts.PerformanceTable.Cell(row, ColumnRole.Programme)), Row: row)
                )
                .DistinctBy(pair => pair.Name)
                .ToDictionary(pair => pair.Name, pair => pair.Row, StringComparer.Ordinal)
            ?? [];
        var explaining = facts
            .Sentences.Where(sentence => sentence.Has(Explaining))
            .Select(sentence => sentence.Normal)
            .ToList();
        foreach (
            var row in facts.Budget.Where(row => row is { Level: RowLevel.SubActivity, Ceiling: > 0m, Spent: not null })
        )
        {
            var name = Names.Normalise(row.Name);
            var output = outputs.TryGetValue(name, out var found)
                ? facts.PerformanceTable!.Percent(found, ColumnRole.OwnAchievement)
                : null;
            var absorption = row.Share!.Value;
            if (!LowAbsorption.NeedsExplanation(absorption, output, Threshold))
                continue;
            if (explaining.Exists(text => text.Contains(name, StringComparison.Ordinal)))
                continue;
            yield return LowAbsorption.Contradiction(
                row.Name,
                absorption,
                output,
                Threshold,
                [facts.BudgetTable!.Place]
            );
        }
    }
}
