using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>Which year a sentence, or a number in it, is about.</summary>
internal static partial class YearNumbers
{
    /// <summary>A sentence that names years, but not the report's, speaks of amounts that the tables do not have.</summary>
    public static bool IsOfAnotherYear(PrintedFacts facts, Sentence sentence) =>
        sentence.Years.Count > 0 && sentence.Years.All(year => year.Year != facts.Report.Year);

    /// <summary>
    /// The year of a number: the one right after it ("56% pada tahun 2024"), the last one named before it, "tahun
    /// sebelumnya", or the report's. What "menjadi" leads to after a year is this year's.
    /// </summary>
    public static int Of(PrintedFacts facts, Sentence sentence, int at)
    {
        if (Own().Match(sentence.Lower, at) is { Success: true } own)
        {
            return own.Groups["year"].Success
                ? int.Parse(own.Groups["year"].Value, CultureInfo.InvariantCulture)
                : facts.Report.Year - 1;
        }

        var named = sentence.Years.LastOrDefault(year => year.At < at);
        var last = LastYear().Matches(sentence.Lower).LastOrDefault(match => match.Index < at);
        var from = Math.Max(last?.Index ?? -1, named.Year == 0 ? -1 : named.At);
        if (from >= 0 && Becoming().IsMatch(sentence.Lower[from..at]))
            return facts.Report.Year;
        if (last is not null && last.Index > named.At)
            return facts.Report.Year - 1;
        return named.Year == 0 ? facts.Report.Year : named.Year;
    }

    [GeneratedRegex(
        @"\G(?>[0-9][0-9.,]{0,40})(?>\s*(?:%|persen|poin)?\s*)\(?(?:pada\s+|di\s+|dalam\s+|untuk\s+)?(?:tahun\s+(?<year>20[0-9][0-9])\b|(?<=\()(?<year>20[0-9][0-9])\)|tahun (?:sebelumnya|lalu)\b)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Own();

    [GeneratedRegex(@"\bmenjadi\s+(?:sebesar\s+)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Becoming();

    [GeneratedRegex(
        @"\btahun (?:sebelumnya|lalu)\b|\bperiode sebelumnya\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LastYear();
}
