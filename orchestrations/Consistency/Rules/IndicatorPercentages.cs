using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-PK-01, K-IN-01, K-HT-01: a percentage that a sentence gives for an indicator is the tables'.</summary>
internal sealed partial class IndicatorPercentages : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where sentence.Section.Kind != SectionKind.LegalBasis
        let numbers = TextNumbers.Percentages(sentence.Text)
        where numbers.Count > 0
        let mentions = facts.Mentions.In(sentence)
        where mentions.Count > 0
        from finding in mentions.Count > 1 && sentence.Has("masing-masing", "berturut-turut")
            ? InOrder(facts, sentence, numbers, mentions)
            : Check(facts, sentence, numbers, mentions)
        select finding;

    // "Realisasi A dan B masing-masing sebesar 87% dan 56%."
    private static IEnumerable<Contradiction> InOrder(
        PrintedFacts facts,
        Sentence sentence,
        IReadOnlyList<TextNumber> numbers,
        IReadOnlyList<IndicatorMention> mentions
    )
    {
        var head = sentence.Lower[..numbers[0].At];
        if (numbers.Count != mentions.Count || RoleNoun().Matches(head).LastOrDefault() is not { } word)
            return [];
        var role = RoleOf(word.Value, head);
        var year = YearNumbers.Of(facts, sentence, numbers[0].At);
        return role == ColumnRole.Other || Comparing().IsMatch(head)
            ? []
            : from pair in numbers.Zip(mentions)
            let known = Known(facts, pair.Second.Indicator, role, year)
            where known.Count > 0 && !known.Exists(fact => Same(fact, pair.First))
            select Finding(sentence, pair.First, (pair.Second.Indicator, role, year), known);
    }

    private static IEnumerable<Contradiction> Check(
        PrintedFacts facts,
        Sentence sentence,
        IReadOnlyList<TextNumber> numbers,
        IReadOnlyList<IndicatorMention> mentions
    )
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i];
            var head = sentence.Lower[(i == 0 ? 0 : numbers[i - 1].End)..number.At];
            var tail = sentence.Lower[number.End..];
            var indicator = (mentions.LastOrDefault(mention => mention.At < number.At) ?? mentions[0]).Indicator;
            if (
                Comparing().IsMatch(head)
                || Difference().IsMatch(head)
                || tail.TrimStart().StartsWith("poin", StringComparison.Ordinal)
            )
            {
                continue;
            }

            // A noun says more than the verb that leads to the number.
            if ((RoleNoun().Matches(head).LastOrDefault() ?? RoleVerb().Matches(head).LastOrDefault()) is not { } word)
            {
                continue;
            }

            var role = RoleOf(word.Value, head);
            var year = YearNumbers.Of(facts, sentence, number.At);
            if (role == ColumnRole.Other || year > facts.Report.Year && role != ColumnRole.Target)
                continue;
            var known = Known(facts, indicator, role, year);
            if (known.Count == 0 || known.Exists(fact => Same(fact, number)))
                continue;
            // "mencapai" may speak of the target, the realisation or the achievement.
            var loose = word.Value is "mencapai" or "sebesar" or "menjadi" or "adalah";
            if (loose && Any(facts, indicator, year).Exists(fact => Same(fact, number)))
                continue;
            if (IsMoney(facts, head, number))
                continue;
            yield return Finding(sentence, number, (indicator, role, year), known);
        }
    }

    private static bool Same((decimal Value, string Printed, string Place) fact, TextNumber number) =>
        fact.Value == number.Value || PrintedNumber.IsNear(fact.Value, number.Printed);

    private static ColumnRole RoleOf(string word, string head) =>
        word switch
        {
            "target" or "ditargetkan" => LongTerm().IsMatch(head) ? ColumnRole.EndTarget : ColumnRole.Target,
            "capaian" or "capaiannya" or "pencapaian" or "ketercapaian" => ColumnRole.Achievement,
            "kemajuan" => ColumnRole.Progress,
            "efisiensi" or "efisiensinya" => ColumnRole.Efficiency,
            "anggaran" or "serapan" or "pagu" or "keuangan" => ColumnRole.Other,
            _ => ColumnRole.Realisation,
        };

    private static List<(decimal Value, string Printed, string Place)> Known(
        PrintedFacts facts,
        string indicator,
        ColumnRole role,
        int year
    )
    {
        var printed = role is ColumnRole.EndTarget or ColumnRole.Progress or ColumnRole.Efficiency
            ? facts.Values.Where(fact => fact.Indicator == indicator && fact.Role == role)
            : facts.ValuesOf(indicator, role, year);
        var known = printed.Select(fact => (fact.Value, fact.Printed, fact.Table.Place)).ToList();
        if (role == ColumnRole.Achievement && facts.AchievementOf(indicator, year) is { } computed)
        {
            known.Add((computed, IndonesianNumber.Percent(computed, 2), "realisasi / target"));
        }

        return known;
    }

    private static List<(decimal Value, string Printed, string Place)> Any(
        PrintedFacts facts,
        string indicator,
        int year
    ) =>
        [
            .. new[]
            {
                ColumnRole.Target,
                ColumnRole.Realisation,
                ColumnRole.Achievement,
                ColumnRole.EndTarget,
                ColumnRole.Progress,
                ColumnRole.Efficiency,
            }.SelectMany(role => Known(facts, indicator, role, year)),
        ];

    private static bool IsMoney(PrintedFacts facts, string head, TextNumber number) =>
        head.Contains("anggaran", StringComparison.Ordinal)
        && facts.Tables.Any(table =>
            table.HasAll(ColumnRole.Indicator, ColumnRole.Absorption)
            && table.Table.Rows.Any(row => table.Percent(row, ColumnRole.Absorption) == number.Value)
        );

    private static Contradiction Finding(
        Sentence sentence,
        TextNumber number,
        (string Indicator, ColumnRole Role, int Year) said,
        List<(decimal Value, string Printed, string Place)> known
    )
    {
        var (code, what) = said.Role switch
        {
            ColumnRole.Target => ("K-PK-01", "Target"),
            ColumnRole.EndTarget => ("K-DK-03", "Target akhir rencana strategis"),
            ColumnRole.Achievement => ("K-HT-01", "Capaian"),
            ColumnRole.Progress => ("K-HT-01", "Tingkat kemajuan"),
            ColumnRole.Efficiency => ("K-HT-01", "Tingkat efisiensi"),
            _ => ("K-IN-01", "Realisasi"),
        };
        return new(
            code,
            $"{what} \"{said.Indicator}\" {said.Year} dalam teks berbeda dengan tabel.",
            [
                sentence.Place,
                .. known
                    .Select(fact => fact.Place)
                    .Where(place => place.StartsWith("Tabel", StringComparison.Ordinal))
                    .Distinct(),
            ],
            "Samakan teks dengan tabel.",
            number.Printed,
            known[0].Printed,
            IndonesianNumber.Natural(number.Value - known[0].Value, 2) + " poin",
            sentence.Text
        );
    }

    [GeneratedRegex(
        @"\b(?:target|ditargetkan|capaian|capaiannya|pencapaian|ketercapaian|kemajuan|efisiensi|efisiensinya|anggaran|serapan|pagu|keuangan|realisasi|realisasinya|terealisasi)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RoleNoun();

    [GeneratedRegex(
        @"\b(?:mencapai|sebesar|menjadi|adalah)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RoleVerb();

    [GeneratedRegex(
        @"\b(?:di ?atas|lebih dari|melebihi|minimal|paling sedikit|sekurang-kurangnya|di ?bawah|kurang dari|hampir|sekitar|kisaran)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Comparing();

    [GeneratedRegex(
        @"\b(?:meningkat|menurun|naik|turun|selisih|bertambah|berkurang|peningkatan|penurunan|kenaikan)\b[^,;]{0,12}\b(?:sebesar|sebanyak)?\s*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Difference();

    [GeneratedRegex(
        @"\b(?:akhir|renstra|jangka menengah)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LongTerm();
}
