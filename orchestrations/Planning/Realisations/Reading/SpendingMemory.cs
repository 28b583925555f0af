using System.Globalization;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>
/// A column as it is remembered from one quarter to the next: "Maret" in the first quarter and "Juni" in the second are
/// both the quarter's last month. A choice once made holds for the office, whatever the sheet of the month is called.
/// </summary>
internal static class SpendingMemory
{
    private static readonly string[] Romans = [" i ", " ii ", " iii ", " iv "];

    /// <param name="sheet">Null where the file has one table only.</param>
    public static string Of(string? sheet, SpendingHeading heading, int year, Quarter quarter) =>
        (sheet is null ? "" : Relative(SheetWords(sheet), year, quarter) + "|")
        + string.Join('/', heading.Parts.Select(part => Relative(HeadingWords.Of(part), year, quarter)));

    /// <summary>
    /// The column that was meant by what is remembered: of the same path, else the only one with the same headings, since
    /// a sheet may be called otherwise each time.
    /// </summary>
    /// <returns>Null where there is none, or several.</returns>
    public static SpendingCandidate? Find(IReadOnlyList<SpendingCandidate> candidates, string remembered)
    {
        if (candidates.FirstOrDefault(one => one.Memory == remembered || one.Key == remembered) is { } same)
            return same;
        var alike = candidates.Where(one => Headings(one.Memory) == Headings(remembered)).ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>The month up to whose end the sheet's name says that it goes; null where it names no period.</summary>
    public static int? MonthOf(string sheet)
    {
        var words = SheetWords(sheet);
        return SpendingPeriods.MonthIn(words) ?? (SpendingPeriods.QuarterIn(words) is { } quarter ? 3 * quarter : null);
    }

    // Sheets are called "03" or "II", too, and nothing else.
    private static string SheetWords(string sheet)
    {
        var words = HeadingWords.Of(sheet);
        if (int.TryParse(words, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, null, out var month))
            return month is >= 1 and <= 12 ? $" {IndonesianDate.Month(month).ToLowerInvariant()} " : words;
        return Array.IndexOf(Romans, words) is >= 0 and var at ? FormattableString.Invariant($" tw {at + 1} ") : words;
    }

    private static string Relative(string words, int year, Quarter quarter)
    {
        if (SpendingPeriods.QuarterIn(words) is { } named)
            words = SpendingPeriods.WithoutQuarter(words) + Invariant($" triwulan@{named - (int)quarter} ");
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var told = parts.Select(
            (word, at) =>
                SpendingPeriods.MonthIn(word) is { } month ? Invariant($"bulan@{month - (3 * (int)quarter)}")
                : IsYear(word, out var one) ? Invariant($"tahun@{one - year}")
                : IsDay(word) && at + 1 < parts.Length && SpendingPeriods.MonthIn(parts[at + 1]) is not null ? ""
                : word
        );
        return string.Concat(told);
    }

    private static bool IsYear(string word, out int year) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 2000 and <= 2100;

    private static bool IsDay(string word) => word.Length <= 2 && word.All(char.IsAsciiDigit);

    private static string Headings(string memory) => memory[(memory.IndexOf('|', StringComparison.Ordinal) + 1)..];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
