using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>K-OR-01: the office is called by its own name, and its parts are parts of it.</summary>
internal sealed partial class OfficeNames : ITextRule
{
    private static readonly (string Short, string Long)[] Abbreviations =
    [
        ("setda", "sekretariat daerah"),
        ("sekda", "sekretaris daerah"),
        ("prov", "provinsi"),
        ("kab", "kabupaten"),
    ];

    private static readonly string[] Common =
    [
        "umum",
        "tata",
        "usaha",
        "keuangan",
        "kepegawaian",
        "perencanaan",
        "program",
        "sekretariat",
        "dan",
    ];

    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        [.. Office(facts), .. Parts(facts), .. Fields(facts)];

    /// <summary>A normalised name with its abbreviations written out.</summary>
    public static string Expand(string normal) =>
        string.Join(
            ' ',
            normal.Split(' ').Select(word => Abbreviations.FirstOrDefault(pair => pair.Short == word).Long ?? word)
        );

    // From the third word on, "Biro Organisasi …" must go on as the office's name does.
    private static IEnumerable<Contradiction> Office(PrintedFacts facts)
    {
        var office = Expand(Names.Normalise(facts.Report.Office)).Split(' ');
        if (office.Length < 4)
            yield break;
        var start = new Regex(
            $@"\b(?i:{Regex.Escape(office[0])}\s+{Regex.Escape(office[1])})\s+(?:di\s+)?(?<rest>(?:\p{{Lu}}[\p{{L}}]*\.?\s?){{2,8}})",
            RegexOptions.CultureInvariant,
            Patterns.Limit
        );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var sentence in facts.Sentences.Where(sentence =>
                sentence.Normal.Contains(office[0] + " " + office[1], StringComparison.Ordinal)
            )
        )
        {
            foreach (Match match in start.Matches(sentence.Text))
            {
                var rest = Expand(Names.Normalise(match.Groups["rest"].Value)).Split(' ');
                var at = rest.Zip(office.Skip(2)).TakeWhile(pair => pair.First == pair.Second).Count();
                if (at >= rest.Length || at + 2 >= office.Length || !IsMeant(office, at, rest[at]))
                    continue;
                if (!seen.Add(match.Value + sentence.Place))
                    continue;
                yield return new(
                    "K-OR-01",
                    "Nama unit kerja berbeda dengan nama resminya.",
                    [sentence.Place],
                    "Gunakan nama resmi unit kerja.",
                    match.Value.Trim(),
                    facts.Report.Office,
                    null,
                    sentence.Text
                );
            }
        }
    }

    // Another word in the place of the name's own: nearly the same one, or another place after "provinsi".
    private static bool IsMeant(string[] office, int at, string word)
    {
        var right = office[at + 2];
        var common = right.Zip(word).TakeWhile(pair => pair.First == pair.Second).Count();
        return common >= 5 || at > 0 && office[at + 1] is "provinsi" or "kabupaten" or "kota";
    }

    // A "Kepala Bagian …" whose field none of the office's functions has.
    private static IEnumerable<Contradiction> Parts(PrintedFacts facts)
    {
        var fields = OwnFields(facts);
        if (fields.Count == 0)
            yield break;
        foreach (var sentence in facts.Sentences.Where(sentence => sentence.Has("kepala bagian", "kepala bidang")))
        {
            foreach (Match match in Part().Matches(sentence.Text))
            {
                var words = Names
                    .Normalise(match.Groups["field"].Value)
                    .Split(' ')
                    .Where(word => !Common.Contains(word))
                    .ToList();
                if (words.Count == 0 || words.Exists(fields.Contains))
                    continue;
                yield return new(
                    "K-OR-01",
                    $"\"{match.Value.Trim()}\" tidak termasuk bidang tugas unit kerja.",
                    [sentence.Place],
                    "Periksa susunan organisasinya.",
                    match.Value.Trim(),
                    "bidang tugas unit kerja",
                    null,
                    sentence.Text
                );
            }
        }
    }

    private static HashSet<string> OwnFields(PrintedFacts facts) =>
        facts
            .Sentences.Where(sentence => sentence.Section.Kind == SectionKind.Organisation && sentence.Has("bidang "))
            .SelectMany(sentence => sentence.Normal.Split(' '))
            .ToHashSet(StringComparer.Ordinal);

    // "Kinerja utama … di bidang A, dan B": a field that shares no word with the office's functions.
    private static IEnumerable<Contradiction> Fields(PrintedFacts facts)
    {
        var fields = OwnFields(facts);
        return fields.Count == 0
            ? []
            : from sentence in facts.Sentences
            where sentence.Section.Kind is not (SectionKind.Organisation or SectionKind.LegalBasis)
            let match = MainTask().Match(sentence.Text)
            where match.Success
            from field in match.Groups["fields"].Value.Split(',')
            let name = Lead().Replace(field.Trim().TrimEnd('.'), "")
            let words = Names
                .Normalise(name)
                .Split(' ')
                .Where(word =>
                    word.Length > 3
                    && !Common.Contains(word)
                    && word is not ("daerah" or "provinsi" or "kabupaten" or "kota" or "bidang")
                )
                .ToList()
            where words.Count > 0 && !words.Exists(fields.Contains)
            select new Contradiction(
                "K-OR-01",
                $"Bidang \"{name}\" tidak termasuk fungsi unit kerja.",
                [sentence.Place],
                "Sebut bidang menurut tugas dan fungsinya.",
                name,
                "fungsi unit kerja",
                null,
                sentence.Text
            );
    }

    [GeneratedRegex(
        @"^(?:Kinerja utama|Tugas (?:pokok|utama))\b.{0,120}?\bdi bidang (?<fields>[^.;]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MainTask();

    [GeneratedRegex(@"^(?:dan|serta)\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"\bKepala (?:Bagian|Bidang) (?<field>\p{Lu}\p{L}+(?:(?: dan)? \p{Lu}\p{L}+){0,3})",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Part();
}
