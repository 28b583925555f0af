using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-AG-03: the same activities are performed and paid for, and counts in the text are counted.</summary>
internal sealed class BudgetSets : IPrintedRule
{
    private static readonly (RowLevel Level, string Noun, string Pattern)[] Levels =
    [
        (RowLevel.Programme, "program", "program"),
        (RowLevel.Activity, "kegiatan", "kegiatan"),
        (RowLevel.SubActivity, "sub kegiatan", "sub[ -]?kegiatan"),
    ];

    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        if (facts.Budget.Count == 0)
            yield break;
        var aboutAll = facts.Sentences.Where(sentence => IsAboutAll(facts, sentence)).ToList();
        foreach (var (level, noun, pattern) in Levels)
        {
            var budget = facts.Budget.Where(row => row.Level == level).Select(row => row.Name).ToList();
            // A table per programme says nothing about activities.
            if (budget.Count == 0)
                continue;
            var performed = facts
                .PerformanceTable?.Table.Rows.Where(row => row.Level == level)
                .Select(row => facts.PerformanceTable.Cell(row, ColumnRole.Programme))
                .ToList();
            if (performed is { Count: > 0 })
            {
                foreach (
                    var finding in Missing(
                        budget,
                        performed,
                        noun,
                        facts.BudgetTable!.Place,
                        facts.PerformanceTable!.Place
                    )
                )
                {
                    yield return finding;
                }

                foreach (
                    var finding in Missing(
                        performed,
                        budget,
                        noun,
                        facts.PerformanceTable!.Place,
                        facts.BudgetTable!.Place
                    )
                )
                {
                    yield return finding;
                }
            }

            foreach (
                var finding in Counts(
                    facts,
                    aboutAll,
                    pattern,
                    noun,
                    budget.Count,
                    performed is { Count: > 0 } ? performed.Count : null
                )
            )
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Contradiction> Missing(
        List<string> names,
        List<string> others,
        string noun,
        string place,
        string other
    )
    {
        var known = others.Select(Names.Normalise).ToHashSet(StringComparer.Ordinal);
        return from name in names
            where !known.Contains(Names.Normalise(name))
            select new Contradiction(
                "K-AG-03",
                $"{char.ToUpperInvariant(noun[0])}{noun[1..]} \"{name}\" ada di {place} tetapi tidak ada di {other}.",
                [other, place],
                "Samakan daftar kedua tabel.",
                "tidak ada",
                name
            );
    }

    private static IEnumerable<Contradiction> Counts(
        PrintedFacts facts,
        List<Sentence> aboutAll,
        string pattern,
        string noun,
        int budget,
        int? performed
    )
    {
        foreach (var sentence in aboutAll)
        {
            foreach (var count in TextNumbers.Counts(sentence.Text, pattern))
            {
                if (count.Words is { } words && words != count.Value)
                {
                    yield return new(
                        "K-AG-03",
                        "Angka dan bilangannya berbeda.",
                        [sentence.Place],
                        "Perbaiki salah satunya.",
                        count.Printed,
                        IndonesianNumber.Count(count.Value),
                        null,
                        sentence.Text
                    );
                }

                foreach (
                    var (listed, place) in new[]
                    {
                        (budget, facts.BudgetTable!.Place),
                        (performed ?? count.Value, facts.PerformanceTable?.Place ?? ""),
                    }
                )
                {
                    if (listed == count.Value)
                        continue;
                    yield return new(
                        "K-AG-03",
                        $"Banyaknya {noun} dalam teks tidak sama dengan yang tercantum.",
                        [sentence.Place, place],
                        "Hitung ulang atau lengkapi tabelnya.",
                        count.Printed,
                        $"{listed} {noun}",
                        $"{count.Value - listed}",
                        sentence.Text
                    );
                }
            }
        }
    }

    // "2 program" for one indicator, or for another year, counts something else.
    private static bool IsAboutAll(PrintedFacts facts, Sentence sentence) =>
        sentence.Has("program", "kegiatan")
        && !YearNumbers.IsOfAnotherYear(facts, sentence)
        && facts.Mentions.In(sentence).Count == 0
        && (
            Levels.Count(level => TextNumbers.Counts(sentence.Text, level.Pattern).Any()) > 1
            || sentence.Has("didukung", "terdiri", "meliputi", "memuat", "sebanyak", "seluruh", "melaksanakan")
        );
}
