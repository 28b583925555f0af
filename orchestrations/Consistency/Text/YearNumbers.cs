using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>Which year a sentence, or a number in it, is about.</summary>
internal static partial class YearNumbers
{
    /// <summary>A sentence that names years, but not the report's, speaks of amounts that the tables do not have.</summary>
    public static bool IsOfAnotherYear(PrintedFacts facts, Sentence sentence) =>
        sentence.Years.Count > 0 && sentence.Years.All(year => year.Year != facts.Report.Year);

    /// <summary>The year of a number: the last one named before it, "tahun sebelumnya", or the report's.</summary>
    public static int Of(PrintedFacts facts, Sentence sentence, int at)
    {
        var named = sentence.Years.LastOrDefault(year => year.At < at);
        var last = LastYear().Matches(sentence.Lower).LastOrDefault(match => match.Index < at);
        if (last is not null && last.Index > named.At) return facts.Report.Year - 1;
        return named.Year == 0 ? facts.Report.Year : named.Year;
    }

    [GeneratedRegex(@"\btahun (?:sebelumnya|lalu)\b|\bperiode sebelumnya\b", RegexOptions.CultureInvariant)]
    private static partial Regex LastYear();
}
