using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-HT-01: a percentage that a sentence gives for the budget, or for performance as a whole, can be computed.</summary>
internal sealed partial class OverallPercentages : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where sentence.Section.Kind != SectionKind.LegalBasis
        let numbers = TextNumbers.Percentages(sentence.Text)
        where numbers.Count > 0 && !IsBudgetItem(sentence, numbers) && facts.Mentions.In(sentence).Count == 0
        from i in Enumerable.Range(0, numbers.Count)
        let head = sentence.Lower[(i == 0 ? 0 : numbers[i - 1].End)..numbers[i].At]
        let tail = sentence.Lower[numbers[i].End..]
        let finding = Judge(facts, sentence, numbers[i], head, tail)
        where finding is not null
        select finding;

    // "pagu … realisasi … atau …%" in a list is computed from its own amounts.
    private static bool IsBudgetItem(Sentence sentence, IReadOnlyList<TextNumber> numbers) =>
        sentence.InList && numbers.Count == 1 && TextNumbers.Amounts(sentence.Text).Count == 2;

    private static Contradiction? Judge(
        PrintedFacts facts,
        Sentence sentence,
        TextNumber number,
        string head,
        string tail
    )
    {
        if (tail.TrimStart().StartsWith("poin", StringComparison.Ordinal))
            return null;
        var year = YearNumbers.IsOfAnotherYear(facts, sentence) ? sentence.Years[^1].Year : facts.Report.Year;
        if (
            year != facts.Report.Year
            && (
                sentence.Years.Count > 1
                || !Performance().IsMatch(head)
                || Money().IsMatch(head)
                || OfMoney().IsMatch(tail)
            )
        )
        {
            return null;
        }

        var values =
            Money().IsMatch(head) || OfMoney().IsMatch(tail) ? OfBudget(facts, sentence, number.At)
            : head.Contains("efisiensi", StringComparison.Ordinal)
                ? Named(facts.Values.Where(fact => fact.Role == ColumnRole.Efficiency))
            : Performance().IsMatch(head) ? OfPerformance(facts, year)
            : null;
        if (values is not { Count: > 0 })
            return null;
        // "sub kegiatan dengan serapan di bawah 70%" sets a limit and says nothing of the whole.
        if (Above().IsMatch(head) || Below().IsMatch(head))
        {
            return Money().IsMatch(head) && !sentence.Has("rata-rata", "keseluruhan", "total")
                ? null
                : Compared(sentence, number, head, values);
        }

        if (values.Exists(value => PrintedNumber.Fits(value.Value, number.Printed)))
            return null;
        if (Approximate().IsMatch(head))
            return null;
        var near = values[0];
        return new(
            "K-HT-01",
            $"Persentase dalam teks tidak sama dengan {near.Name}.",
            [sentence.Place, near.Place],
            "Hitung ulang persentasenya.",
            number.Printed,
            IndonesianNumber.Percent(near.Value, PrintedNumber.Decimals(number.Printed)),
            IndonesianNumber.Natural(number.Value - near.Value, 2) + " poin",
            sentence.Text
        );
    }

    private static Contradiction? Compared(
        Sentence sentence,
        TextNumber number,
        string head,
        List<(string Name, decimal Value, string Place)> values
    )
    {
        var above = Above().IsMatch(head);
        var wrong = values.Where(value => above ? value.Value < number.Value : value.Value > number.Value).ToList();
        if (wrong.Count < values.Count)
            return null;
        return new(
            "K-HT-01",
            $"Tidak ada {values[0].Name} yang {(above ? "di atas" : "di bawah")} angka dalam teks.",
            [sentence.Place, values[0].Place],
            "Perbaiki kalimatnya.",
            number.Printed,
            IndonesianNumber.Percent(wrong[0].Value, 2),
            null,
            sentence.Text
        );
    }

    // The whole office's share; where the sentence or its section speaks of parts, theirs are as good.
    private static List<(string Name, decimal Value, string Place)> OfBudget(
        PrintedFacts facts,
        Sentence sentence,
        int at
    )
    {
        if (facts.Money.Share is not { } total)
            return [];
        var place = facts.BudgetTable!.Place;
        var values = OfAmounts(facts, sentence, at);
        if (facts.Money.In(sentence.Normal) is { Share: { } own } row)
        {
            values.Add(($"realisasi / pagu \"{row.Name}\"", own, place));
        }

        if (values.Count == 0)
            values.Add(("realisasi / pagu keseluruhan", total, place));
        if (IsOfParts(facts, sentence))
        {
            values.AddRange(
                facts
                    .Budget.Where(part => part.Share is not null)
                    .Select(part => ($"realisasi / pagu \"{part.Name}\"", part.Share!.Value, place))
            );
        }

        if (sentence.Has("rata-rata"))
            values.AddRange(Averages(facts, place));
        return values;
    }

    // What the amounts that the sentence names before the percentage make of it.
    private static List<(string Name, decimal Value, string Place)> OfAmounts(
        PrintedFacts facts,
        Sentence sentence,
        int at
    )
    {
        var place = facts.BudgetTable!.Place;
        var values = new List<(string Name, decimal Value, string Place)>();
        var amounts = TextNumbers.Amounts(sentence.Text).Where(amount => amount.End <= at).ToList();
        if (amounts is [.., { Value: var ceiling }, { Value: var spent }])
        {
            var (low, high) = (Math.Min(ceiling, spent), Math.Max(ceiling, spent));
            if (high > 0m && facts.Money.Owners(low).Count > 0)
                values.Add(("realisasi / pagu dalam kalimatnya", low / high * 100m, place));
        }

        values.AddRange(
            facts
                .Money.Owners(amounts.LastOrDefault()?.Value ?? -1m)
                .Where(owner => owner.Share is not null)
                .Select(owner => ($"realisasi / pagu \"{owner.Name}\"", owner.Share!.Value, place))
        );
        return values;
    }

    private static IEnumerable<(string Name, decimal Value, string Place)> Averages(PrintedFacts facts, string place) =>
        facts
            .Tables.Where(table => table.HasAll(ColumnRole.Indicator, ColumnRole.Absorption))
            .Select(table => ("rata-rata serapan per indikator", Mean(table, ColumnRole.Absorption), table.Place))
            .Prepend(
                ("rata-rata serapan program", facts.Programmes.Average(programme => programme.Share ?? 0m), place)
            );

    private static bool IsOfParts(PrintedFacts facts, Sentence sentence) =>
        sentence.Has("masing-masing", "program", "kegiatan") && !sentence.Has("keseluruhan", "rata-rata", "total")
        || facts.Money.In(sentence.Normal) is not null
        || facts.Money.In(Names.Normalise(sentence.Section.Heading)) is not null;

    private static List<(string Name, decimal Value, string Place)>? OfPerformance(PrintedFacts facts, int year)
    {
        var values = facts
            .Masters.Select(master => (Name: $"capaian \"{master}\"", Value: facts.AchievementOf(master, year)))
            .Where(pair => pair.Value is not null)
            .Select(pair => (pair.Name, pair.Value!.Value, "Tabel capaian"))
            .ToList();
        if (values.Count == 0)
            return null;
        values.Insert(0, ("rata-rata capaian kinerja", values.Average(value => value.Item2), "Tabel capaian"));
        foreach (
            var role in new[] { ColumnRole.Target, ColumnRole.Realisation, ColumnRole.Progress, ColumnRole.Achievement }
        )
        {
            values.AddRange(
                facts
                    .Values.Where(fact => fact.Role == role && (year == facts.Report.Year || fact.Year == year))
                    .Select(fact => (fact.Indicator, fact.Value, fact.Table.Place))
            );
        }

        if (facts.PerformanceTable is { } table && year == facts.Report.Year)
        {
            values.Add(("rata-rata capaian program", Mean(table, ColumnRole.OwnAchievement), table.Place));
        }

        return values;
    }

    private static decimal Mean(TableView table, ColumnRole role) =>
        table
            .Table.Rows.Select(row => table.Percent(row, role))
            .Where(value => value is not null)
            .Select(value => value!.Value)
            .DefaultIfEmpty()
            .Average();

    private static List<(string Name, decimal Value, string Place)> Named(IEnumerable<IndicatorFact> facts) =>
        facts.Select(fact => ("tingkat efisiensi", fact.Value, fact.Table.Place)).ToList();

    [GeneratedRegex(
        @"\b(?:keuangan|anggaran|serapan|penyerapan|terserap|pagu)\b(?!.*\b(?:fisik|kinerja|efisiensi)\b)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Money();

    [GeneratedRegex(
        @"^\s*(?:dari|terhadap)\s+(?:total |jumlah |keseluruhan )?(?:pagu|anggaran)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OfMoney();

    [GeneratedRegex(
        @"\b(?:rata-rata\s+(?:pencapaian|capaian)(?: kinerja)?|(?:capaian|pencapaian) (?:kinerja|sasaran)|capaian realisasinya|indikator kinerja sasaran)\b[^,;]{0,80}$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Performance();

    [GeneratedRegex(
        @"\b(?:di ?atas|lebih dari|melebihi|minimal|paling sedikit|sekurang-kurangnya)\s*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Above();

    [GeneratedRegex(
        @"\b(?:di ?bawah|kurang dari|paling banyak|maksimal)\s*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Below();

    [GeneratedRegex(
        @"\b(?:hampir|sekitar|kisaran|kurang lebih|target)\b[^,;]{0,20}$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Approximate();
}
