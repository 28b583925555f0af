using System.Globalization;
using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-DK-04: "delapan area perubahan: …" goes on to name eight, in its sentence or in the list below it.</summary>
internal sealed partial class CountedLists : ITextRule
{
    private const int LongestItem = 14;

    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from sentence in facts.Sentences
        where sentence.Section.Kind != SectionKind.LegalBasis && sentence.Text.Contains(':', StringComparison.Ordinal)
        let finding = Within(sentence) ?? Below(sentence)
        where finding is not null
        select finding;

    private static Contradiction? Within(Sentence sentence)
    {
        if (Counted().Match(sentence.Lower) is not { Success: true } match || Value(match) is not { } count)
        {
            return null;
        }

        var named = match.Groups["list"].Value.Trim().TrimEnd('.', ';');
        var items = named
            .Split(named.Contains(';', StringComparison.Ordinal) ? ';' : ',')
            .Select(item => item.Trim())
            .Where(item => item.Length > 0)
            .ToList();
        if (
            items.Exists(item =>
                item.Split(' ').Length > LongestItem || item.Any(char.IsAsciiDigit) && count > items.Count + 3
            )
        )
        {
            return null;
        }

        // "a, b dan c" are three; "a, b, penataan dan penguatan c" may be.
        var last = items[^1];
        var joined = !LeadsLast().IsMatch(last) && last.Contains(" dan ", StringComparison.Ordinal);
        var right = items.Count + (joined ? 1 : 0);
        if (items.Count + (joined ? 1 : 0) < 2 || count == right || joined && count == items.Count)
            return null;
        return Finding(sentence, match, right);
    }

    private static Contradiction? Below(Sentence sentence)
    {
        if (
            sentence.NextList is not { } list
            || Announced().Match(sentence.Lower) is not { Success: true } match
            || Value(match) is not { } count
        )
        {
            return null;
        }

        var marked = list.Where(item => Marker().IsMatch(item)).ToList();
        var right = marked.Count > 0 ? marked.Count : list.Count;
        return right == count ? null : Finding(sentence, match, right);
    }

    private static int? Value(Match match) =>
        match.Groups["digits"].Success
            ? int.Parse(match.Groups["digits"].Value, CultureInfo.InvariantCulture)
            : NumberWords.Parse(match.Groups["words"].Value);

    private static Contradiction Finding(Sentence sentence, Match match, int right) =>
        new(
            "K-DK-04",
            "Banyaknya yang disebut tidak sama dengan yang dirinci.",
            [sentence.Place],
            "Hitung ulang rinciannya.",
            match.Groups["told"].Value.Trim(),
            IndonesianNumber.Count(right),
            null,
            sentence.Text
        );

    private const string Count =
        @"(?<![0-9.,–-])\b(?<told>(?:(?<digits>[0-9]{1,2})(?:\s*\([a-z ]+\))?|(?<words>dua belas|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas))\s+(?!tahun\b|persen\b|poin\b)";

    // What is counted holds no other count and no verb that leads to one.
    private const string Noun =
        @"(?:(?!(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|mencakup|meliputi|terdiri|memuat)\b)(?>[a-z]+) ?)";

    [GeneratedRegex(
        Count + Noun + @"{1,7}?)(?:,?\s+(?:yaitu|yakni|meliputi))?:(?>\s*)(?<list>(?>[^:]+))$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Counted();

    [GeneratedRegex(
        Count
            + @"(?!(?:[a-z]+ ){0,8}(?:dengan|dari|dalam|untuk|pada)\b)[a-z]+(?: [a-z]+){0,3}?)(?:,?\s+(?:yaitu|yakni|meliputi|sebagai berikut|berikut))?:$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Announced();

    [GeneratedRegex("^(?:dan|serta)\\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadsLast();

    [GeneratedRegex(
        @"^\s*(?:[0-9]{1,2}|[a-zA-Z])[.)]\s",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Marker();
}
