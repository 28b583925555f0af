using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>K-DK-05: regulations are in force, of the right year, and cited as the register and the report itself have them.</summary>
internal sealed partial class LegalCitations : ITextRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        var citations = facts
            .Sentences.Where(sentence => sentence.Has("nomor", "no."))
            .SelectMany(Citations.In)
            .ToList();
        return
        [
            .. InForce(facts, citations),
            .. FiscalYears(facts),
            .. Gazettes(citations),
            .. Titles(citations),
            .. Misnumbered(citations),
            .. Revised(citations),
        ];
    }

    // "sebagaimana telah diubah dengan …" makes an older one still good, so only the register's own ends count.
    private static IEnumerable<Contradiction> InForce(PrintedFacts facts, List<Citation> citations)
    {
        foreach (var citation in citations.Where(citation => citation.Sentence.Section.Kind == SectionKind.LegalBasis))
        {
            var known = Known(citation);
            if (known?.Until is { } until && until.Year < facts.Report.Year)
            {
                yield return Finding(
                    citation,
                    $"{citation.Name} sudah tidak berlaku; penggantinya {known.ReplacedBy}.",
                    citation.Printed,
                    known.ReplacedBy,
                    known.Trusts(Regulation.EndFact)
                );
            }
        }

        foreach (var sentence in facts.Sentences.Where(sentence => sentence.Section.Kind == SectionKind.LegalBasis))
        {
            if (
                MediumTerm().Matches(sentence.Text).LastOrDefault() is not { } plan
                || !int.TryParse(plan.Groups["end"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
                || end >= facts.Report.Year
            )
            {
                continue;
            }

            yield return new(
                "K-DK-05",
                "Dasar hukum tentang rencana jangka menengah yang periodenya sudah berakhir.",
                [sentence.Place],
                "Ganti dengan dokumen perencanaan yang berlaku.",
                plan.Groups["start"].Value + "-" + plan.Groups["end"].Value,
                facts.Report.Year.ToString(CultureInfo.InvariantCulture),
                null,
                sentence.Paragraph
            );
        }
    }

    private static IEnumerable<Contradiction> FiscalYears(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where sentence.Section.Kind == SectionKind.LegalBasis
        let years = BudgetYear()
            .Matches(sentence.Text)
            .Select(match => int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture))
            .Distinct()
            .ToList()
        where years.Count > 0 && !years.Contains(facts.Report.Year)
        select new Contradiction(
            "K-DK-05",
            "Dasar hukum tentang anggaran tahun lain.",
            [sentence.Place],
            "Ganti dengan peraturan anggaran tahun laporan.",
            $"Tahun Anggaran {years[0]}",
            $"Tahun Anggaran {facts.Report.Year}",
            null,
            sentence.Paragraph
        );

    private static IEnumerable<Contradiction> Gazettes(List<Citation> citations)
    {
        foreach (var citation in citations.Where(citation => citation.Parenthesis is not null))
        {
            if (GazetteYear().Match(citation.Parenthesis!) is not { Success: true } gazette)
                continue;
            var year = int.Parse(gazette.Groups["year"].Value, CultureInfo.InvariantCulture);
            if (year != citation.Year)
            {
                yield return Finding(
                    citation,
                    $"Tahun lembaran {citation.Name} berbeda dengan tahun peraturannya.",
                    gazette.Value,
                    citation.Year.ToString(CultureInfo.InvariantCulture)
                );
            }

            if (Known(citation) is not { } known)
                continue;
            var number = Number(gazette.Groups["number"].Value);
            if (known.Gazette is { } own && number is { } cited && own != cited)
            {
                yield return Finding(
                    citation,
                    $"Nomor lembaran {citation.Name} berbeda dengan register.",
                    Text(cited),
                    Text(own),
                    known.Trusts(Regulation.GazetteFact)
                );
            }

            var supplement = Supplement().Match(citation.Parenthesis!) is { Success: true } found
                ? Number(found.Groups["number"].Value)
                : null;
            if (known.Supplement is { } right && supplement is { } printed && right != printed)
            {
                yield return Finding(
                    citation,
                    $"Nomor tambahan lembaran {citation.Name} berbeda dengan register.",
                    Text(printed),
                    Text(right),
                    known.Trusts(Regulation.GazetteFact)
                );
            }
        }
    }

    // Against the register where it knows the regulation, else against how the report itself mostly cites it.
    private static IEnumerable<Contradiction> Titles(List<Citation> citations)
    {
        foreach (
            var same in citations
                .Where(citation => citation.Title.Length > 0)
                .GroupBy(citation => (citation.Kind, citation.By, citation.Number, citation.Year))
        )
        {
            var known = Known(same.First())?.Title;
            var right =
                known
                ?? same.GroupBy(citation => Bare(citation.Title))
                    .OrderByDescending(group => group.Count())
                    .ThenByDescending(group => group.First().Sentence.Section.Kind == SectionKind.LegalBasis)
                    .First()
                    .First()
                    .Title;
            foreach (
                var wrong in same.Where(citation => !Agrees(citation.Title, right))
                    .DistinctBy(citation => (citation.Sentence.Section, Bare(citation.Title)))
            )
            {
                yield return Finding(
                    wrong,
                    $"Judul {wrong.Name} dikutip berbeda dengan {(known is null ? "kutipan lain dalam laporan" : "register")}.",
                    wrong.Title,
                    right,
                    known is null || Known(same.First())!.Trusts(Regulation.TitleFact)
                );
            }
        }
    }

    // A cited title may stop early or go on into the sentence; what both have must be the same words.
    private static bool Agrees(string cited, string right)
    {
        var (one, other) = (Bare(cited), Bare(right));
        return one.StartsWith(other, StringComparison.Ordinal)
            || one.Length >= 12 && other.StartsWith(one, StringComparison.Ordinal);
    }

    private static string Bare(string title) =>
        Names.Normalise(title).Replace("analisi ", "analisis ", StringComparison.Ordinal);

    // The title of one regulation under the number of another.
    private static IEnumerable<Contradiction> Misnumbered(List<Citation> citations) =>
        from citation in citations
        where citation.Title.Length > 0 && Known(citation) is null
        let owner = Regulation.Register.FirstOrDefault(one =>
            one.IsSole
            && one.Kind == citation.Kind
            && (one.By is null || one.By == citation.By)
            && Bears(citation.Title, one.Title)
        )
        where owner is not null
        select Finding(citation, $"Judul itu milik {owner.Name}.", citation.Name, owner.Name);

    // A long title may go on into the sentence.
    private static bool Bears(string cited, string title)
    {
        var (one, other) = (Bare(cited), Bare(title));
        return one == other || other.Split(' ').Length >= 4 && one.StartsWith(other + " ", StringComparison.Ordinal);
    }

    // "…, yang merupakan revisi dari Permenpan RB Nomor 3 Tahun 2020", which is about something else.
    private static IEnumerable<Contradiction> Revised(List<Citation> citations)
    {
        for (var i = 1; i < citations.Count; i++)
        {
            var (later, earlier) = (citations[i - 1], citations[i]);
            if (
                later.Sentence != earlier.Sentence
                || !Revising().IsMatch(earlier.Before)
                || Known(later) is not { } known
                || Known(earlier) is not { } before
                || Names.Likeness(known.Title, before.Title) >= 0.3
            )
            {
                continue;
            }

            yield return Finding(
                earlier,
                $"{known.Name} tidak mengubah {before.Name}, yang mengatur hal lain.",
                $"{earlier.Printed} (tentang {before.Title})",
                $"{known.Name} (tentang {known.Title})"
            );
        }
    }

    private static Contradiction Finding(
        Citation citation,
        string what,
        string? printed,
        string? right,
        bool isSure = true
    ) =>
        new(
            "K-DK-05",
            what,
            [citation.Sentence.Place],
            "Kutip peraturannya dengan benar.",
            printed,
            right,
            null,
            citation.Sentence.Text,
            isSure ? null : FindingLevel.Info
        );

    private static Regulation? Known(Citation citation) =>
        Regulation.Register.FirstOrDefault(one =>
            one.Kind == citation.Kind
            && one.Number == citation.Number
            && one.Year == citation.Year
            && (one.By is null || citation.By is null || one.By == citation.By)
        );

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\b(?:revisi|perubahan|pengganti)(?:an)?\s+(?:dari|atas|terhadap)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Revising();

    [GeneratedRegex(
        @"(?:Lembaran|Berita)\s+(?:Negara|Daerah)[^,()]*?\bTahun\s+(?<year>(?:19|20)[0-9][0-9])\s+Nomor\s+(?<number>[0-9]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex GazetteYear();

    [GeneratedRegex(
        @"Tambahan\s+Lembaran\s+Negara[^,()]*?\bNomor\s+(?<number>[0-9]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Supplement();

    [GeneratedRegex(
        @"\bAnggaran Pendapatan dan Belanja\b[^()]*?\bTahun Anggaran\s+(?<year>20[0-9][0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex BudgetYear();

    [GeneratedRegex(
        @"\b(?:Jangka Menengah|Rencana Strategis|Rencana Pembangunan Daerah)\b[^()]*?\b(?<start>20[0-9][0-9])\s*[-–]\s*(?<end>20[0-9][0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MediumTerm();
}
