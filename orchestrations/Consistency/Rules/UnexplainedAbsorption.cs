namespace Sakip.Consistency;

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
