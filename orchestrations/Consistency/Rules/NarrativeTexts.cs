using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>K-NR-02: no section is empty, no paragraph stands twice, is a placeholder or last year's.</summary>
internal sealed partial class NarrativeTexts : ITextRule
{
    private const int LeastWords = 12;

    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        [.. Empty(facts), .. Placeholders(facts), .. Repeated(facts), .. LastYears(facts)];

    // A heading whose text stands in the sections below it is not empty.
    private static IEnumerable<Contradiction> Empty(PrintedFacts facts)
    {
        var sections = facts.Report.Sections;
        for (var i = 0; i < sections.Count; i++)
        {
            if (sections[i].Kind is SectionKind.Contents or SectionKind.TableList or SectionKind.Cover)
                continue;
            if ((sections[i].Blocks ?? []).Any(HasContent))
                continue;
            if (i + 1 < sections.Count && sections[i + 1].Level > sections[i].Level)
                continue;
            yield return new(
                "K-NR-02",
                "Bagian ini kosong.",
                [$"Bagian \"{sections[i].Heading}\""],
                "Tulis isinya, atau keluarkan bagiannya."
            );
        }
    }

    private static bool HasContent(PrintedBlock block) =>
        !string.IsNullOrWhiteSpace(block.Paragraph)
        || block.List?.Any(item => !string.IsNullOrWhiteSpace(item)) == true
        || block.Table?.Rows.Count > 0;

    private static IEnumerable<Contradiction> Placeholders(PrintedFacts facts) =>
        from sentence in facts.Sentences
        let match = Placeholder().Match(sentence.Text)
        where match.Success
        select new Contradiction(
            "K-NR-02",
            "Naskah masih memuat isian yang belum diganti.",
            [sentence.Place],
            "Ganti dengan isinya.",
            match.Value,
            null,
            null,
            sentence.Text
        );

    private static IEnumerable<Contradiction> Repeated(PrintedFacts facts) =>
        from same in Paragraphs(facts).GroupBy(pair => pair.Normal, StringComparer.Ordinal)
        where same.Skip(1).Any()
        select new Contradiction(
            "K-NR-02",
            "Paragraf yang sama berdiri lebih dari satu kali.",
            [.. same.Skip(1).Concat(same.Take(1)).Select(pair => pair.Place)],
            "Tulis uraian milik bagian itu sendiri.",
            Short(same.First().Text),
            null,
            null,
            same.First().Text
        );

    private static IEnumerable<Contradiction> LastYears(PrintedFacts facts)
    {
        var before = facts.Report.LastYearParagraphs.Select(Names.Normalise).ToHashSet(StringComparer.Ordinal);
        return from one in Paragraphs(facts)
            where before.Contains(one.Normal) && one.Kind is not (SectionKind.LegalBasis or SectionKind.Organisation)
            select new Contradiction(
                "K-NR-02",
                "Paragraf ini menyalin laporan tahun lalu.",
                [one.Place],
                "Perbarui uraiannya.",
                Short(one.Text),
                null,
                null,
                one.Text
            );
    }

    private static IEnumerable<(string Text, string Normal, string Place, SectionKind Kind)> Paragraphs(
        PrintedFacts facts
    ) =>
        from section in facts.Report.Sections
        where section.Kind != SectionKind.Annex
        from block in section.Blocks ?? []
        let text = block.Paragraph ?? ""
        let normal = Names.Normalise(text)
        where normal.Count(character => character == ' ') >= LeastWords - 1
        select (text, normal, $"Bagian \"{section.Heading}\"", section.Kind);

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;

    [GeneratedRegex(
        @"\{\{[^{}]*\}\}|\blorem ipsum\b|\bTBD\b|\bX{3,}\b|\[(?:isi|diisi|tuliskan)[^\]]*\]|\.{6,}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Placeholder();
}
