using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>K-DK-03: periods of the strategic plan and of tables are what they are called.</summary>
internal sealed partial class Periods : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        [
            .. PlanPeriods(facts),
            .. TablePeriods(facts),
            .. EndYears(facts),
            .. YearsOfPlan(facts),
            .. RegionalPlans(facts),
        ];

    // The regional plan has one period; the legal basis tells it.
    private static IEnumerable<Contradiction> RegionalPlans(PrintedFacts facts)
    {
        if (facts.Report.Period is not { } period)
            return [];
        var cited = facts
            .Sentences.Where(sentence => sentence.Section.Kind == SectionKind.LegalBasis)
            .SelectMany(sentence => RegionalPlan().Matches(sentence.Text))
            .Select(Years)
            .Distinct()
            .ToList();
        return cited is not [var right]
            ? []
            : from sentence in facts.Sentences
            where sentence.Section.Kind != SectionKind.LegalBasis
            from match in RegionalPlan().Matches(sentence.Text)
            let own = Years(match)
            // Another period than the strategic plan's is already found as such.
            where own != right && own == (period.StartYear, period.EndYear)
            select new Contradiction(
                "K-DK-03",
                "Periode rencana pembangunan jangka menengah daerah berbeda dengan dasar hukumnya.",
                [sentence.Place, "Landasan hukum"],
                "Sebut dokumen dan periode yang menjadi dasar hukum.",
                match.Value,
                $"{right.Start}-{right.End}",
                null,
                sentence.Text
            );
    }

    private static (int Start, int End) Years(Match match) => (Year(match, "start"), Year(match, "end"));

    private static IEnumerable<Contradiction> PlanPeriods(PrintedFacts facts)
    {
        if (facts.Report.Period is not { } period)
            yield break;
        var texts = facts
            .Sentences.Where(sentence => sentence.Section.Kind != SectionKind.LegalBasis)
            .Select(sentence => (sentence.Text, sentence.Place, Quote: (string?)sentence.Text))
            .Concat(
                facts
                    .Tables.Where(table => table.Table is { Caption: not null, Continues: false })
                    .Select(table => (Text: table.Table.Caption!, table.Place, Quote: (string?)null))
            )
            .Concat(
                facts.Report.Sections.Select(section =>
                    (Text: section.Heading, Place: $"Judul \"{section.Heading}\"", Quote: (string?)null)
                )
            );
        foreach (var (text, place, quote) in texts)
        {
            var said = new HashSet<string>(StringComparer.Ordinal);
            foreach (Match match in Patterns.Period().Matches(text))
            {
                var (start, end) = (Year(match, "start"), Year(match, "end"));
                if (start == period.StartYear && end == period.EndYear || end - start < 2)
                    continue;
                if (!IsOfPlan(text[..match.Index]) || !said.Add($"{start}-{end}"))
                    continue;
                yield return new(
                    "K-DK-03",
                    "Periode berbeda dengan periode rencana strategis.",
                    [place],
                    "Gunakan periode rencana strategis yang berlaku.",
                    match.Value,
                    $"{period.StartYear}-{period.EndYear}",
                    null,
                    quote
                );
            }
        }
    }

    // The plan's word stands shortly before, and no other document's comes between.
    private static bool IsOfPlan(string head)
    {
        var near = head[Math.Max(0, head.Length - 110)..].ToLowerInvariant();
        var plan = PlanWords().Matches(near).LastOrDefault();
        return plan is not null && !OtherDocument().IsMatch(near[plan.Index..]);
    }

    private static IEnumerable<Contradiction> TablePeriods(PrintedFacts facts)
    {
        foreach (var table in facts.Tables.Where(table => !table.Table.Continues))
        {
            var years = table
                .Table.Columns.Where(column => column.Role is not ColumnRole.EndTarget)
                .Select(column => column.Year)
                .OfType<int>()
                .Distinct()
                .Order()
                .ToList();
            if (years.Count < 2)
                continue;
            foreach (
                var (text, place) in new[]
                {
                    (table.Table.Caption ?? "", table.Place),
                    (table.Section.Heading, $"Judul \"{table.Section.Heading}\""),
                }
            )
            {
                if (Patterns.Period().Matches(text) is not { Count: 1 } periods)
                    continue;
                var (start, end) = (Year(periods[0], "start"), Year(periods[0], "end"));
                // Years before the period may stand beside it; the period itself must be there.
                if (years.Contains(end) && (years[0] >= start || years.Contains(start)))
                    continue;
                yield return new(
                    "K-DK-03",
                    "Periode dalam judul berbeda dengan tahun dalam kolom tabelnya.",
                    [place, table.Place],
                    "Samakan judul dan kolomnya.",
                    periods[0].Value,
                    $"{years[0]}-{years[^1]}"
                );
            }
        }
    }

    private static IEnumerable<Contradiction> EndYears(PrintedFacts facts) =>
        from table in facts.Tables
        from column in table.Table.Columns
        let year = HeadingYear().Match(column.Heading) is { Success: true } told ? Year(told, "start") : column.Year
        where
            column.Role == ColumnRole.EndTarget
            && year is not null
            && facts.Report.Period is { } period
            && year != period.EndYear
        select new Contradiction(
            "K-DK-03",
            "Tahun target akhir bukan tahun akhir rencana strategis.",
            [table.Place],
            "Gunakan tahun akhir rencana strategis.",
            column.Heading,
            facts.Report.Period!.EndYear.ToString(CultureInfo.InvariantCulture)
        );

    // "tahun ke-1", "tahun kedua dari periode Renstra".
    private static IEnumerable<Contradiction> YearsOfPlan(PrintedFacts facts)
    {
        if (facts.Report.Period is not { } period)
            yield break;
        var right = facts.Report.Year - period.StartYear + 1;
        foreach (var sentence in facts.Sentences.Where(sentence => Patterns.PlanWord().IsMatch(sentence.Lower)))
        {
            foreach (Match match in YearOfPlan().Matches(sentence.Lower))
            {
                var said =
                    match.Groups["digits"].Success
                        ? int.Parse(match.Groups["digits"].Value, CultureInfo.InvariantCulture)
                    : match.Value.Contains("terakhir", StringComparison.Ordinal) ? period.EndYear - period.StartYear + 1
                    : match.Value.Contains("pertama", StringComparison.Ordinal) ? 1
                    : NumberWords.Parse(match.Groups["word"].Value["ke".Length..]);
                if (said is null || said == right)
                    continue;
                yield return new(
                    "K-DK-03",
                    "Urutan tahun dalam periode rencana strategis tidak benar.",
                    [sentence.Place],
                    "Perbaiki urutan tahunnya.",
                    match.Value,
                    $"tahun ke-{right}",
                    null,
                    sentence.Text
                );
            }
        }
    }

    [GeneratedRegex(
        @"\b(?:Rencana Pembangunan Jangka Menengah Daerah|RPJMD)\b(?:\s+\p{L}+){0,8}?\s+(?:Tahun\s+)?(?<start>20[0-9][0-9])\s*[-–]\s*(?<end>20[0-9][0-9])\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RegionalPlan();

    [GeneratedRegex(@"\b(?<start>20[0-9][0-9])\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadingYear();

    private static int Year(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\b(?:renstra|rencana strategis|rancangan strategis|jangka menengah daerah|rpjmd|rpd|dalam periode|periode tahun)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PlanWords();

    [GeneratedRegex(
        @"\b(?:road ?map|rpjmn|rpjpd|nasional|peta jalan|capaian|realisasi|perbandingan)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OtherDocument();

    [GeneratedRegex(
        @"\btahun (?:ke-(?<digits>[0-9])|(?<word>pertama|terakhir|kedua|ketiga|keempat|kelima))(?=\b[^.]{0,80}(?:periode|renstra|rencana strategis)|\s*,)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex YearOfPlan();
}
