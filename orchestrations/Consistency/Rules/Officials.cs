using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>K-OR-01: officials are the same persons everywhere, with an NIP of 18 digits set 8-6-1-3.</summary>
internal sealed partial class Officials : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        [.. Numbers(facts), .. SamePerson(facts), .. SamePost(facts), .. InText(facts)];

    private static IEnumerable<Contradiction> Numbers(PrintedFacts facts) =>
        from official in facts.Report.Officials
        where official.Nip is not null
        let finding = Judge(official.Nip!, official.Name, official.Where)
        where finding is not null
        select finding;

    private static Contradiction? Judge(string printed, string name, string place)
    {
        var digits = string.Concat(printed.Where(char.IsAsciiDigit));
        if (digits.Length != 18)
        {
            return new(
                "K-OR-01",
                $"NIP \"{name}\" tidak terdiri atas 18 angka.",
                [place],
                "Perbaiki NIP.",
                printed,
                $"{digits.Length} angka"
            );
        }

        var right = $"{digits[..8]} {digits[8..14]} {digits[14]} {digits[15..]}";
        return Spaces().Replace(printed.Trim(), " ") == right
            ? null
            : new(
                "K-OR-01",
                $"NIP \"{name}\" tidak ditulis dengan susunan 8-6-1-3.",
                [place],
                "Tulis dengan susunan 8-6-1-3.",
                printed,
                right
            );
    }

    private static IEnumerable<Contradiction> SamePerson(PrintedFacts facts) =>
        from same in facts
            .Report.Officials.Where(official => official.Nip is not null)
            .GroupBy(official => Bare(official.Name))
        let first = same.First()
        from other in same.Skip(1)
        where Digits(other.Nip!) != Digits(first.Nip!) && Digits(other.Nip!).Length == 18
        select new Contradiction(
            "K-OR-01",
            $"NIP \"{first.Name}\" berbeda antarbagian.",
            [other.Where, first.Where],
            "Samakan NIP.",
            other.Nip,
            first.Nip
        );

    private static IEnumerable<Contradiction> SamePost(PrintedFacts facts)
    {
        foreach (var same in facts.Report.Officials.GroupBy(official => Post(facts, official.Post)))
        {
            var first = same.First();
            foreach (
                var other in same.Skip(1)
                    .Where(official => Bare(official.Name) != Bare(first.Name))
                    .DistinctBy(official => Bare(official.Name))
            )
            {
                if (IsActing(first.Post) || IsActing(other.Post))
                    continue;
                yield return new(
                    "K-OR-01",
                    $"Jabatan \"{first.Post}\" dipegang oleh dua nama.",
                    [other.Where, first.Where],
                    "Periksa penempatan jabatan pada tanggalnya.",
                    other.Name,
                    first.Name
                );
            }
        }
    }

    // "NIP. …" in running text or under a signature.
    private static IEnumerable<Contradiction> InText(PrintedFacts facts) =>
        from sentence in facts.Sentences.Concat(facts.AnnexSentences)
        from match in Nip().Matches(sentence.Paragraph)
        where
            !facts.Report.Officials.Any(official =>
                official.Nip is not null && Digits(official.Nip) == Digits(match.Groups["nip"].Value)
            )
        where sentence.Text.Contains(match.Value[..Math.Min(match.Value.Length, 6)], StringComparison.Ordinal)
        let finding = Judge(match.Groups["nip"].Value.Trim(), "yang dikutip", sentence.Place)
        where finding is not null
        select finding;

    // "Kepala Biro Organisasi" is the head whose office the report names in full.
    private static string Post(PrintedFacts facts, string post)
    {
        var bare = OfficeNames.Expand(Names.Normalise(Acting().Replace(post, "")));
        var office = OfficeNames.Expand(Names.Normalise(facts.Report.Office));
        var start = string.Join(' ', office.Split(' ').Take(2));
        return bare.StartsWith("kepala " + start, StringComparison.Ordinal)
            ? "kepala " + start
            : string.Join(
                ' ',
                bare.Split(' ')
                    .TakeWhile(word =>
                        word is not ("sekretaris" or "sekretariat" or "provinsi" or "kabupaten" or "kota")
                    )
            );
    }

    private static bool IsActing(string post) => Acting().IsMatch(post);

    // Titles and punctuation do not make another person.
    private static string Bare(string name) => Names.Normalise(Titles().Replace(name.Split(',')[0], " "));

    private static string Digits(string nip) => string.Concat(nip.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\bNIP\.?\s*:?\s*(?<nip>[0-9][0-9 ]{9,26}[0-9])",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Nip();

    [GeneratedRegex(
        @"^\s*(?:Plt|Plh|Pj)\.?\s+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Acting();

    [GeneratedRegex(
        @"\b(?:Dr|Drs|Dra|Ir|H|Hj|Prof)\.",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Titles();
}
