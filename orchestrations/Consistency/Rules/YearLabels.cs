using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>K-DK-03: documents and comparisons of the year bear the report's year.</summary>
internal sealed partial class YearLabels : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        [.. Documents(facts), .. Comparisons(facts), .. Amounts(facts)];

    // The whole budget of the report's year, told of another one.
    private static IEnumerable<Contradiction> Amounts(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where
            facts.Ceiling > 0m
            && sentence.Section.Kind != SectionKind.LegalBasis
            && sentence.Years.Count > 0
            && sentence.Years.All(year => year.Year != facts.Report.Year)
        from amount in TextNumbers.Amounts(sentence.Text)
        where amount.Step == 0m && (amount.Value == facts.Ceiling || amount.Value == facts.Spent)
        let told = sentence.Years.LastOrDefault(year => year.At < amount.At, sentence.Years[0]).Year
        select new Contradiction(
            "K-DK-03",
            "Jumlah anggaran tahun laporan disebut untuk tahun lain.",
            [sentence.Place, facts.BudgetTable!.Place],
            "Perbaiki tahunnya.",
            $"{amount.Printed} ({told})",
            facts.Report.Year.ToString(CultureInfo.InvariantCulture),
            null,
            sentence.Text
        );

    private static IEnumerable<Contradiction> Documents(PrintedFacts facts)
    {
        var texts = facts
            .Sentences.Where(sentence =>
                sentence.Section.Kind
                    is not (SectionKind.LegalBasis or SectionKind.LastYear or SectionKind.SeveralYears)
                && !sentence.Has("sebelumnya", "tahun lalu", "dibandingkan", "peraturan")
            )
            .Select(sentence => (sentence.Text, sentence.Place, Quote: (string?)sentence.Text))
            .Concat(
                facts
                    .Tables.Where(table => table.Table.Caption is not null)
                    .Select(table => (table.Table.Caption!, table.Place, (string?)null))
            )
            .Concat(
                facts.Report.Sections.Select(section =>
                    (section.Heading, $"Judul \"{section.Heading}\"", (string?)null)
                )
            );
        var year = facts.Report.Year.ToString(CultureInfo.InvariantCulture);
        return from text in texts
            from match in OfYear().Matches(text.Item1)
            where match.Groups["year"].Value != year
            select new Contradiction(
                "K-DK-03",
                "Tahun dokumen berbeda dengan tahun laporan.",
                [text.Item2],
                "Gunakan tahun laporan.",
                match.Value.Trim(),
                year,
                null,
                text.Item3
            );
    }

    // "pada tahun 2023 dengan (beberapa) tahun sebelumnya" in a report on 2024.
    private static IEnumerable<Contradiction> Comparisons(PrintedFacts facts) =>
        from sentence in facts.Sentences
        from match in WithBefore().Matches(sentence.Lower)
        where match.Groups["year"].Value != facts.Report.Year.ToString(CultureInfo.InvariantCulture)
        select new Contradiction(
            "K-DK-03",
            "Tahun yang dibandingkan bukan tahun laporan.",
            [sentence.Place],
            "Gunakan tahun laporan.",
            match.Value,
            facts.Report.Year.ToString(CultureInfo.InvariantCulture),
            null,
            sentence.Text
        );

    /// <summary>The document's name, then names of offices, then the year: "Perjanjian Kinerja Kepala Biro … Tahun 2024".</summary>
    [GeneratedRegex(
        @"\b(?i:Laporan Kinerja(?: Instansi Pemerintah)?|LKjIP|Perjanjian Kinerja|Rencana Kerja Tahunan|RKT|APBD|Tahun Anggaran)\b(?:\s*\([A-Za-z]+\))?(?:\s+(?:(?!(?i:tahun|ta)\b)\p{Lu}[\p{L}/().]*|di|untuk|pada)){0,12}\s+(?i:tahun anggaran |tahun |ta )?(?<year>20[0-9][0-9])\b(?!\s*(?:-|–|s/d|s\.d|sampai))",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OfYear();

    [GeneratedRegex(
        @"\bpada tahun (?<year>20[0-9][0-9]) (?:jika |bila )?(?:dibandingkan )?dengan (?:beberapa |capaian |kinerja |realisasi |pada )*tahun(?:-tahun)? sebelumnya",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WithBefore();
}
