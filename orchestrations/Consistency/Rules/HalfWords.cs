using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-NR-01: "lebih dari setengah" is said of more than half.</summary>
internal sealed partial class HalfWords : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where !sentence.IsWish && !YearNumbers.IsOfAnotherYear(facts, sentence)
        let half = Half().Match(sentence.Lower)
        where half.Success
        let mentions = facts.Mentions.In(sentence).Select(mention => mention.Indicator).Distinct().ToList()
        where mentions.Count == 1
        let value = facts.ValueOf(mentions[0], ColumnRole.Realisation, facts.Report.Year)
        where value is not null && (half.Groups["more"].Success ? value <= 50m : value >= 50m)
        select new Contradiction(
            "K-NR-01",
            "Perbandingan dengan setengah tidak sesuai datanya.",
            [sentence.Place],
            "Sesuaikan kalimatnya dengan data.",
            half.Value,
            IndonesianNumber.Natural(value.Value, 0) + "%",
            null,
            sentence.Text
        );

    [GeneratedRegex(
        @"\b(?:(?<more>lebih)|kurang) dari (?:setengah|separuh|separo)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Half();
}
