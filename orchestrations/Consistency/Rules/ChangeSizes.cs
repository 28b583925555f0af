using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-NR-01: "turun 2 poin dari tahun sebelumnya" is how much one indicator changed.</summary>
internal static partial class ChangeSizes
{
    public static Contradiction? Check(PrintedFacts facts, Sentence sentence)
    {
        if (sentence.IsWish || ByHow().Match(sentence.Lower) is not { Success: true } match)
            return null;
        if (DirectionWords.Subjects(facts, sentence) is not [var indicator])
            return null;
        var year = facts.Report.Year;
        if (
            Change(
                facts.ValueOf(indicator, ColumnRole.Realisation, year - 1),
                facts.ValueOf(indicator, ColumnRole.Realisation, year)
            )
            is not { } real
        )
        {
            return null;
        }

        var printed = match.Groups["by"].Value;
        var reached = Change(facts.AchievementOf(indicator, year - 1), facts.AchievementOf(indicator, year));
        var before = facts.ValueOf(indicator, ColumnRole.Realisation, year - 1);
        var shares = before is > 0m && !match.Groups["points"].Success ? real / before.Value * 100m : (decimal?)null;
        if (
            new[] { real, reached, shares }
                .OfType<decimal>()
                .Any(change => PrintedNumber.IsNear(Math.Abs(change), printed))
        )
        {
            return null;
        }

        return new(
            "K-NR-01",
            "Besarnya perubahan dalam kalimat tidak sesuai datanya.",
            [
                sentence.Place,
                .. facts
                    .ValuesOf(indicator, ColumnRole.Realisation, year - 1)
                    .Select(fact => fact.Table.Place)
                    .Distinct()
                    .Take(1),
            ],
            "Hitung ulang perubahannya.",
            match.Value.Trim(),
            IndonesianNumber.Natural(real, 0) + " poin",
            null,
            sentence.Text
        );
    }

    private static decimal? Change(decimal? before, decimal? after) => after - before;

    [GeneratedRegex(
        @"\b(?:meningkat|naik|bertambah|kenaikan|peningkatan|menurun|turun|berkurang|penurunan)\s+(?:sebesar\s+|sebanyak\s+)?(?<by>[0-9]+(?:[.,][0-9]+)?)\s*(?:(?:%|persen)\s*(?<points>poin)?|(?<points>poin))\s+(?:dari|dibanding(?:kan)?(?:\s+dengan)?|terhadap)\s+(?:capaian\s+|realisasi\s+)?tahun\s+(?:sebelumnya|lalu)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ByHow();
}
