using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>Dates below a text, as "Denpasar, 5 Januari 2024".</summary>
internal static partial class PrintedDates
{
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

    public static DateOnly? SignedOn(List<PrintedSection> sections) =>
        sections
            .SelectMany(section => section.Blocks ?? [])
            .Select(block => Day().Match(block.Paragraph ?? ""))
            .Where(match => match.Success)
            .Select(match =>
                (DateOnly?)
                    new DateOnly(
                        int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture),
                        Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1,
                        Math.Clamp(int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture), 1, 28)
                    )
            )
            .FirstOrDefault();

    [GeneratedRegex(
        @",\s*(?<day>[0-9]{1,2})\s+(?<month>Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)\s+(?<year>20[0-9][0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Day();
}
