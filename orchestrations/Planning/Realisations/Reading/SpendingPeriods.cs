using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Months, quarters and days as headings and titles name them.</summary>
internal static partial class SpendingPeriods
{
    /// <summary>The last month that a heading names; null where it names none.</summary>
    public static int? MonthIn(string words)
    {
        int? last = null;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length >= 3 && char.IsAsciiLetter(word[0]) && IndonesianDay.Parse($"1 {word} 2000").Day is { } day)
                last = day.Month;
        }

        return last;
    }

    /// <summary>The last quarter that a heading names, as 1 to 4; null where it names none.</summary>
    public static int? QuarterIn(string words) =>
        QuarterName().Matches(words) is { Count: > 0 } found
            ? found[^1].Groups[1].Value switch
            {
                "i" or "1" or "pertama" => 1,
                "ii" or "2" or "kedua" => 2,
                "iii" or "3" or "ketiga" => 3,
                _ => 4,
            }
            : null;

    /// <summary>The half of the year that a heading names, as 1 or 2; null where it names none.</summary>
    public static int? HalfIn(string words) =>
        HalfName().Match(words) is { Success: true } found
            ? found.Groups[1].Value is "i" or "1" or "pertama"
                ? 1
                : 2
            : null;

    public static string WithoutQuarter(string words) => QuarterName().Replace(words, "");

    /// <summary>The day up to which a title says that its figures stand: "s.d. 31 Maret 2024".</summary>
    public static DateOnly? DayIn(string title) =>
        PositionDay().Match(title) is { Success: true } found ? IndonesianDay.Parse(found.Groups[1].Value).Day : null;

    /// <summary>By what a sum in thousands, millions or billions is multiplied; 1 where nothing is said of it.</summary>
    public static decimal UnitIn(string text) =>
        Unit().Match(text.ToLowerInvariant()) is not { Success: true } found ? 1m
        : found.Value.Contains("juta", StringComparison.Ordinal) ? 1_000_000m
        : found.Value.Contains("mil", StringComparison.Ordinal) ? 1_000_000_000m
        : 1_000m;

    public static string UnitName(decimal unit) =>
        unit switch
        {
            1_000m => "ribuan rupiah",
            1_000_000m => "jutaan rupiah",
            1_000_000_000m => "miliaran rupiah",
            _ => "rupiah",
        };

    public static string Plain(decimal unit) => unit.ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\b(?:semester|smt|sem) (ii?|[12]|pertama|kedua)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HalfName();

    [GeneratedRegex(
        @"\b(?:tri ?wulan|tw|twl|triw|trw|kuartal) (iv|i{1,3}|[1-4]|pertama|kedua|ketiga|keempat)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex QuarterName();

    [GeneratedRegex(
        @"(?:s\s*[./]\s*d\.?|sampai dengan|sampai|per|posisi|keadaan|tanggal)\s+(?:tanggal\s+)?(\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[A-Za-z]{3,12})\s*[-/. ]\s*\d{4})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PositionDay();

    [GeneratedRegex(
        @"\b(?:dalam|x|\()?\s*(?:ribuan|ribu|jutaan|juta|mil[iy]ar(?:an)?)\b|rp\.?\s*(?:000|1\.?000)(?![.,]?\d)|\(\s*000\s*\)|\bx\s*1[.,]?000\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Unit();
}
