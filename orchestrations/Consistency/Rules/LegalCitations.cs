using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>A regulation as a text cites it.</summary>
/// <param name="Parenthesis">Gazette in brackets, where given.</param>
internal sealed record Citation(string Kind, string Number, int Year, string Title, string? Parenthesis,
    Sentence Sentence, string Printed)
{
    public string Name => $"{Kind} Nomor {Number} Tahun {Year}";
}

/// <summary>K-DK-05: regulations are in force, of the right year, and cited as the register and the report itself have them.</summary>
internal sealed partial class LegalCitations : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        var citations = facts.Sentences.Where(sentence => sentence.Has("nomor", "no.")).SelectMany(Citations).ToList();
        return [.. InForce(facts, citations), .. FiscalYears(facts), .. Gazettes(citations), .. Titles(citations)];
    }

    private static IEnumerable<Citation> Citations(Sentence sentence)
    {
        var matches = Cited().Matches(sentence.Text);
        for (var i = 0; i < matches.Count; i++)
        {
            var from = matches[i].Index + matches[i].Length;
            var end = i + 1 < matches.Count ? matches[i + 1].Index : sentence.Text.Length;
            var rest = sentence.Text[from..end];
            var title = About().Match(rest) is { Success: true } about ? Cut().Replace(about.Groups["title"].Value, "")
                .Trim(' ', ',', '.', ';') : "";
            yield return new(
                KindOf(matches[i].Groups["kind"].Value), matches[i].Groups["number"].Value.ToLowerInvariant()
                    .Replace("per/", "", StringComparison.Ordinal),
                int.Parse(matches[i].Groups["year"].Value, CultureInfo.InvariantCulture), title,
                    BracketOf(sentence.Text, matches, i), sentence,
                matches[i].Value);
        }
    }

    // A gazette in brackets belongs to the first regulation after the last bracket or the last "diubah dengan"; those
    // named within its title have none of their own.
    private static string? BracketOf(string text, MatchCollection cited, int at)
    {
        var from = cited[at].Index;
        if (Bracket().Match(text, from) is not { Success: true } bracket) return null;
        var before = Bracket().Matches(text).Where(one => one.Index < from).Select(one => one.Index + one.Length)
            .DefaultIfEmpty().Max();
        var changed = Changed().Matches(text).Where(one => one.Index < bracket.Index).Select(one => one.Index)
            .DefaultIfEmpty().Max();
        var start = Math.Max(before, changed);
        return from >= start && cited.First(one => one.Index >= start).Index == from ? bracket.Value : null;
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
                    citation, $"{citation.Name} sudah tidak berlaku; penggantinya {known.ReplacedBy}.",
                        citation.Printed, known.ReplacedBy);
            }
        }

        foreach (var sentence in facts.Sentences.Where(sentence => sentence.Section.Kind == SectionKind.LegalBasis))
        {
            if (MediumTerm().Matches(sentence.Text).LastOrDefault() is not { } plan
                || !int.TryParse(plan.Groups["end"].Value, out var end) || end >= facts.Report.Year)
            {
                continue;
            }

            yield return new(
                "K-DK-05", "Dasar hukum tentang rencana jangka menengah yang periodenya sudah berakhir.",
                    [sentence.Place],
                "Ganti dengan dokumen perencanaan yang berlaku.", plan.Groups["start"].Value + "-"
                    + plan.Groups["end"].Value,
                facts.Report.Year.ToString(CultureInfo.InvariantCulture), null, sentence.Paragraph);
        }
    }

    private static IEnumerable<Contradiction> FiscalYears(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where sentence.Section.Kind == SectionKind.LegalBasis
        let years = BudgetYear().Matches(sentence.Text)
            .Select(match => int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture)).Distinct().ToList()
        where years.Count > 0 && !years.Contains(facts.Report.Year)
        select new Contradiction(
            "K-DK-05", "Dasar hukum tentang anggaran tahun lain.", [sentence.Place],
                "Ganti dengan peraturan anggaran tahun laporan.",
            $"Tahun Anggaran {years[0]}", $"Tahun Anggaran {facts.Report.Year}", null, sentence.Paragraph);

    private static IEnumerable<Contradiction> Gazettes(List<Citation> citations)
    {
        foreach (var citation in citations.Where(citation => citation.Parenthesis is not null))
        {
            if (GazetteYear().Match(citation.Parenthesis!) is not { Success: true } gazette) continue;
            var year = int.Parse(gazette.Groups["year"].Value, CultureInfo.InvariantCulture);
            if (year != citation.Year)
            {
                yield return Finding(
                    citation, $"Tahun lembaran {citation.Name} berbeda dengan tahun peraturannya.", gazette.Value,
                    citation.Year.ToString(CultureInfo.InvariantCulture));
            }

            if (Known(citation) is not { } known) continue;
            var number = Number(gazette.Groups["number"].Value);
            if (known.Gazette is { } own && number is { } cited && own != cited)
            {
                yield return Finding(citation, $"Nomor lembaran {citation.Name} berbeda dengan register.", Text(cited),
                    Text(own));
            }

            var supplement = Supplement().Match(citation.Parenthesis!) is { Success: true } found
                ? Number(found.Groups["number"].Value) : null;
            if (known.Supplement is { } right && supplement is { } printed && right != printed)
            {
                yield return Finding(citation, $"Nomor tambahan lembaran {citation.Name} berbeda dengan register.",
                    Text(printed), Text(right));
            }
        }
    }

    // Against the register where it knows the regulation, else against how the report itself mostly cites it.
    private static IEnumerable<Contradiction> Titles(List<Citation> citations)
    {
        foreach (var same in citations.Where(citation => citation.Title.Length > 0)
            .GroupBy(citation => (citation.Kind, citation.Number, citation.Year)))
        {
            var known = Known(same.First())?.Title;
            var right = known ?? same.GroupBy(citation => Bare(citation.Title))
                .OrderByDescending(group => group.Count())
                .ThenByDescending(group => group.First().Sentence.Section.Kind == SectionKind.LegalBasis).First()
                    .First().Title;
            foreach (var wrong in same.Where(citation => !Agrees(citation.Title, right))
                .DistinctBy(citation => (citation.Sentence.Section, Bare(citation.Title))))
            {
                yield return Finding(
                    wrong, $"Judul {wrong.Name} dikutip berbeda dengan {(known is null ? "kutipan lain dalam laporan" : "register")}.", wrong.Title, right);
            }
        }
    }

    // A cited title may stop early or go on into the sentence; what both have must be the same words.
    private static bool Agrees(string cited, string right)
    {
        var (one, other) = (Bare(cited), Bare(right));
        return one.StartsWith(other, StringComparison.Ordinal) || one.Length >= 12
            && other.StartsWith(one, StringComparison.Ordinal);
    }

    private static string Bare(string title) => Names.Normalise(title)
        .Replace("analisi ", "analisis ", StringComparison.Ordinal);

    private static Contradiction Finding(Citation citation, string what, string? printed, string? right) => new(
        "K-DK-05", what, [citation.Sentence.Place], "Kutip peraturannya dengan benar.", printed, right, null,
            citation.Sentence.Text);

    private static Regulation? Known(Citation citation) => Regulation.Register.FirstOrDefault(one =>
        one.Kind == citation.Kind && one.Number == citation.Number && one.Year == citation.Year);

    private static string KindOf(string printed)
    {
        var kind = Names.Normalise(printed);
        return kind.StartsWith("undang", StringComparison.Ordinal) || kind == "uu" ? "Undang-Undang"
            : kind.StartsWith("permen", StringComparison.Ordinal)
                || kind.StartsWith("peraturan menteri", StringComparison.Ordinal) ? "Peraturan Menteri"
            : kind.StartsWith("peraturan pemerintah", StringComparison.Ordinal) ? "Peraturan Pemerintah"
            : kind.StartsWith("peraturan presiden", StringComparison.Ordinal) ? "Peraturan Presiden"
            : kind.StartsWith("peraturan gubernur", StringComparison.Ordinal) ? "Peraturan Gubernur"
                : "Peraturan Daerah";
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<kind>(?<!Pengganti\s)Undang-undang|Peraturan Pemerintah(?! Pengganti)|Peraturan Presiden|Peraturan Menteri(?:\s+[\p{L}]+){0,10}?|Permenpan(?:[ -]?RB)?|Permendagri|Peraturan Gubernur(?:\s+\p{Lu}\p{L}+){0,3}?|Peraturan Daerah(?:\s+\p{Lu}\p{L}+){0,4}?)\s+(?:Nomor|No\.)\s+(?<number>[\w./]+?)(?:/(?<year>20\d\d)|\s+Tahun\s+(?<year>(?:19|20)\d\d))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Cited();

    [GeneratedRegex(@"^\s*tentang\s+(?<title>[^(;.]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex About();

    /// <summary>What ends a title within a sentence.</summary>
    [GeneratedRegex(@"(?:,\s*(?:Peraturan|Undang|yang|dan Peraturan|terakhir|sebagaimana)|\s(?:sebagaimana|yang telah|yang merupakan|mengamanatkan|adalah|terdiri|dan peraturan pelaksanaannya|atas\s*$)).*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Cut();

    [GeneratedRegex(@"\b(?:diubah|perubahannya|terakhir)\b[^()]{0,40}?\bdengan\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Changed();

    [GeneratedRegex(@"\((?:Lembaran|Berita)[^)]*\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(?:Lembaran|Berita)\s+(?:Negara|Daerah)[^,()]*?\bTahun\s+(?<year>(?:19|20)\d\d)\s+Nomor\s+(?<number>\d+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GazetteYear();

    [GeneratedRegex(@"Tambahan\s+Lembaran\s+Negara[^,()]*?\bNomor\s+(?<number>\d+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Supplement();

    [GeneratedRegex(@"\bAnggaran Pendapatan dan Belanja\b[^()]*?\bTahun Anggaran\s+(?<year>20\d\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BudgetYear();

    [GeneratedRegex(@"\b(?:Jangka Menengah|Rencana Strategis|Rencana Pembangunan Daerah)\b[^()]*?\b(?<start>20\d\d)\s*[-–]\s*(?<end>20\d\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MediumTerm();
}
