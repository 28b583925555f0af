using System.Globalization;

namespace Sakip.Consistency;

/// <summary>K-DK-02: a table that a text refers to is there, and is the one that follows; numbers of tables run on.</summary>
internal sealed class TableReferences : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) => [.. References(facts), .. Numbers(facts)];

    private static IEnumerable<Contradiction> References(PrintedFacts facts)
    {
        var numbers = facts
            .Tables.Select(table => table.Table.Number)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (numbers.Count == 0)
            yield break;
        foreach (var sentence in facts.Sentences.Where(sentence => sentence.Has("tabel")))
        {
            foreach (System.Text.RegularExpressions.Match match in Patterns.TableReference().Matches(sentence.Text))
            {
                var number = match.Groups["number"].Value;
                if (!numbers.Contains(number))
                {
                    yield return new(
                        "K-DK-02",
                        $"Teks merujuk Tabel {number} yang tidak ada.",
                        [sentence.Place],
                        "Rujuk tabel yang benar.",
                        "Tabel " + number,
                        "tidak ada",
                        null,
                        sentence.Text
                    );
                }
                else if (Introduces(sentence) && sentence.NextTable?.Number is { } next && next != number)
                {
                    yield return new(
                        "K-DK-02",
                        $"Teks merujuk Tabel {number}, padahal yang mengikutinya Tabel {next}.",
                        [sentence.Place, "Tabel " + next],
                        "Rujuk tabel yang benar.",
                        "Tabel " + number,
                        "Tabel " + next,
                        null,
                        sentence.Text
                    );
                }
            }
        }
    }

    private static bool Introduces(Sentence sentence) =>
        sentence.Text.TrimEnd().EndsWith(':') && sentence.Has("berikut")
        || sentence.Lower.Contains("tabel di bawah", StringComparison.Ordinal);

    private static IEnumerable<Contradiction> Numbers(PrintedFacts facts)
    {
        var last = new Dictionary<int, int>();
        foreach (var table in facts.Tables.Where(table => table.Table is { Number: not null, Continues: false }))
        {
            var parts = table.Table.Number!.Split('.');
            if (
                parts.Length != 2
                || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var chapter)
                || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var own)
            )
            {
                continue;
            }

            var expected = last.GetValueOrDefault(chapter) + 1;
            last[chapter] = own;
            if (own == expected)
                continue;
            yield return new(
                "K-DK-02",
                "Nomor tabel tidak unik atau tidak berurutan.",
                [table.Place],
                "Nomori ulang tabelnya.",
                table.Table.Number,
                FormattableString.Invariant($"{chapter}.{expected}")
            );
        }
    }
}
