using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Kernel;

/// <summary>Reads days as officials write them: <c>31-12-2024</c>, <c>31/12/2024</c>, <c>2024-12-31</c>, <c>31 Desember 2024</c>, <c>Selasa, 31 Desember 2024</c>.</summary>
internal static partial class IndonesianDay
{
    public const string Expected = "Diharapkan tanggal, misalnya 31-12-2024 atau 31 Desember 2024.";

    private static readonly string[] Months =
    [
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ];

    // Programs that are set to English write these; the other names begin alike.
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["january"] = "januari",
        ["february"] = "februari",
        ["march"] = "maret",
        ["may"] = "mei",
        ["june"] = "juni",
        ["july"] = "juli",
        ["aug"] = "agustus",
        ["august"] = "agustus",
        ["oct"] = "oktober",
        ["october"] = "oktober",
        ["dec"] = "desember",
        ["december"] = "desember",
    };

    /// <summary>The day, or in Indonesian why it is none.</summary>
    public static (DateOnly? Day, string? Error) Parse(string text)
    {
        var given = Weekday().Replace(text.Trim(), "");
        if (Iso().Match(given) is { Success: true } iso)
            return Of(given, iso.Groups[3], iso.Groups[2].Value, iso.Groups[1]);
        var match = Local().Match(given);
        if (!match.Success)
            return (null, $"\"{given}\" bukan tanggal. {Expected}");
        return match.Groups[3].Length == 4
            ? Of(given, match.Groups[1], match.Groups[2].Value, match.Groups[3])
            : (null, $"\"{given}\": tulis tahun dengan empat angka, misalnya 31-12-2024.");
    }

    private static (DateOnly? Day, string? Error) Of(string given, Group day, string month, Group year)
    {
        if (MonthOf(month) is not { } number)
            return (null, $"\"{given}\": bulan \"{month}\" tidak ada. {Expected}");
        var (d, y) = (Number(day.Value), Number(year.Value));
        if (y is < 1900 or > 2100)
            return (null, $"\"{given}\": tahun harus antara 1900 dan 2100.");
        return d >= 1 && d <= DateTime.DaysInMonth(y, number)
            ? (new DateOnly(y, number, d), null)
            : (null, $"\"{given}\": tanggal {d} tidak ada pada bulan itu. {Expected}");
    }

    private static int? MonthOf(string month)
    {
        if (char.IsAsciiDigit(month[0]))
            return Number(month) is >= 1 and <= 12 and var number ? number : null;
        if (month.Length < 3)
            return null;
        var name = month.TrimEnd('.').ToLowerInvariant();
        name =
            name is "agt" or "ags" ? "agustus"
            : name is "nop" or "nopember" ? "november"
            : name is "pebruari" ? "februari"
            : English.GetValueOrDefault(name, name);
        var at = Array.FindIndex(Months, known => known.StartsWith(name, StringComparison.Ordinal));
        return at < 0 ? null : at + 1;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // What a page repeats may be typed again. Whether the day of the week is right is not asked.
    [GeneratedRegex(
        @"^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^(\d{4})-(\d{1,2})-(\d{1,2})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[A-Za-z]+\.?)\s*[-/. ]\s*(\d{2}|\d{4})$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Local();
}
