using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>Title, office and year of a report that was read from a document, and which of its sections are annexes.</summary>
internal static partial class ReportFrame
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    public static ReadReport Of(IReadOnlyList<PrintedSection> sections, int? year)
    {
        if (sections.All(section => section.Blocks is not { Count: > 0 }))
        {
            return new(
                null,
                [
                    new(
                        "(seluruhnya)",
                        "Dokumen ini tidak memuat teks atau tabel yang dapat dibaca; mungkin isinya gambar pindaian."
                    ),
                ]
            );
        }

        var lines = sections
            .Take(4)
            .SelectMany(section => (section.Blocks ?? []).Select(block => block.Paragraph).Prepend(section.Heading))
            .OfType<string>()
            .Where(line => line.Length is > 3 and < 200)
            .Take(60)
            .ToList();
        var title = lines.Find(line => ReportTitle().IsMatch(line)) ?? "Laporan kinerja";
        if ((year ?? YearOf(title, lines, sections)) is not (>= FirstYear and <= LastYear and var own))
        {
            return new(
                null,
                [
                    new(
                        "tahun",
                        "Tahun laporan tidak ditemukan pada sampul atau judulnya. Sebutkan tahunnya, misalnya 2024."
                    ),
                ]
            );
        }

        return new(
            new PrintedReport
            {
                Title = title,
                Office =
                    lines.Find(line => Office().IsMatch(line))
                    ?? lines.Find(line => Government().IsMatch(line))
                    ?? "(nama kantor tidak ditemukan)",
                Year = own,
                Sections = Annexed(sections),
            },
            []
        );
    }

    // The year in the title, else the one that the report names most.
    private static int? YearOf(string title, List<string> lines, IReadOnlyList<PrintedSection> sections)
    {
        var told = Year().Matches(title).Concat(lines.SelectMany(line => ReportYear().Matches(line))).FirstOrDefault();
        if (told is not null)
            return int.Parse(told.Groups["year"].Value, CultureInfo.InvariantCulture);
        return sections
            .SelectMany(section =>
                (section.Blocks ?? []).Select(block => block.Paragraph ?? "").Append(section.Heading)
            )
            .SelectMany(text => Year().Matches(text))
            .GroupBy(match => match.Groups["year"].Value, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Select(group => (int?)int.Parse(group.Key, CultureInfo.InvariantCulture))
            .FirstOrDefault();
    }

    // From the first annex on, everything is one, but for the statement of the review.
    private static List<PrintedSection> Annexed(IReadOnlyList<PrintedSection> sections)
    {
        var from = sections.ToList().FindIndex(section => Annex().IsMatch(section.Heading));
        return
        [
            .. sections.Select(
                (section, i) =>
                    i == 0 && section.Heading.Length == 0
                        ? section with
                        {
                            Heading = "Sampul",
                            Kind = SectionKind.Cover,
                        }
                    : Review().IsMatch(section.Heading) ? section with { Kind = SectionKind.ReviewStatement }
                    : from < 0 || i < from ? section
                    : section with { Kind = SectionKind.Annex }
            ),
        ];
    }

    [GeneratedRegex(
        @"\b(?:laporan (?:kinerja|akuntabilitas)|lkjip|lakip)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ReportTitle();

    [GeneratedRegex(
        @"^(?:dinas|badan|biro|inspektorat|kecamatan|kelurahan|kantor|rumah sakit|rsud|satuan polisi|bagian)\b.{3,}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Office();

    [GeneratedRegex(
        @"^(?:pemerintah|sekretariat)\b.{3,}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Government();

    [GeneratedRegex(@"\b(?<year>20[0-9][0-9])\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();

    [GeneratedRegex(
        @"^(?:tahun(?: anggaran)?\s+)?(?<year>20[0-9][0-9])$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ReportYear();

    [GeneratedRegex(
        @"^lampiran\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Annex();

    [GeneratedRegex(
        "telah direviu",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Review();
}
