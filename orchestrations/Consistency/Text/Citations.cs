using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>A regulation as a text cites it.</summary>
internal sealed record Citation
{
    public required string Kind { get; init; }

    /// <summary>The ministry, where it is one's.</summary>
    public required string? By { get; init; }

    public required string Number { get; init; }

    public required int Year { get; init; }

    public required string Title { get; init; }

    /// <summary>Gazette in brackets, where given.</summary>
    public required string? Parenthesis { get; init; }

    public required Sentence Sentence { get; init; }

    public required string Printed { get; init; }

    /// <summary>What stands between it and the regulation cited before it.</summary>
    public required string Before { get; init; }

    public string Name => $"{Kind} Nomor {Number} Tahun {Year}";
}

/// <summary>Finds the regulations that a sentence cites, with their titles and gazettes.</summary>
internal static partial class Citations
{
    public static IEnumerable<Citation> In(Sentence sentence)
    {
        var matches = Cited().Matches(sentence.Text);
        for (var i = 0; i < matches.Count; i++)
        {
            var from = matches[i].Index + matches[i].Length;
            var end = i + 1 < matches.Count ? matches[i + 1].Index : sentence.Text.Length;
            var rest = sentence.Text[from..end];
            var title = About().Match(rest) is { Success: true } about
                ? Cut().Replace(about.Groups["title"].Value, "").Trim(' ', ',', '.', ';')
                : "";
            var before = i == 0 ? 0 : matches[i - 1].Index + matches[i - 1].Length;
            yield return new()
            {
                Kind = KindOf(matches[i].Groups["kind"].Value),
                By = MinistryOf(matches[i].Groups["kind"].Value),
                Number = matches[i]
                    .Groups["number"]
                    .Value.ToLowerInvariant()
                    .Replace("per/", "", StringComparison.Ordinal),
                Year = int.Parse(matches[i].Groups["year"].Value, CultureInfo.InvariantCulture),
                Title = title,
                Parenthesis = BracketOf(sentence.Text, matches, i),
                Sentence = sentence,
                Printed = matches[i].Value,
                Before = sentence.Text[before..matches[i].Index],
            };
        }
    }

    // A gazette in brackets belongs to the first regulation after the last bracket or the last "diubah dengan"; those
    // named within its title have none of their own.
    private static string? BracketOf(string text, MatchCollection cited, int at)
    {
        var from = cited[at].Index;
        if (Bracket().Match(text, from) is not { Success: true } bracket)
            return null;
        var before = Bracket()
            .Matches(text)
            .Where(one => one.Index < from)
            .Select(one => one.Index + one.Length)
            .DefaultIfEmpty()
            .Max();
        var changed = Changed()
            .Matches(text)
            .Where(one => one.Index < bracket.Index)
            .Select(one => one.Index)
            .DefaultIfEmpty()
            .Max();
        var start = Math.Max(before, changed);
        return from >= start && cited.First(one => one.Index >= start).Index == from ? bracket.Value : null;
    }

    private static string KindOf(string printed)
    {
        var kind = Names.Normalise(printed);
        return kind.StartsWith("undang", StringComparison.Ordinal) || kind == "uu" ? "Undang-Undang"
            : kind.StartsWith("permen", StringComparison.Ordinal)
            || kind.StartsWith("peraturan menteri", StringComparison.Ordinal)
                ? "Peraturan Menteri"
            : kind.StartsWith("peraturan pemerintah", StringComparison.Ordinal) ? "Peraturan Pemerintah"
            : kind.StartsWith("peraturan presiden", StringComparison.Ordinal) ? "Peraturan Presiden"
            : kind.StartsWith("peraturan gubernur", StringComparison.Ordinal) ? "Peraturan Gubernur"
            : "Peraturan Daerah";
    }

    private static string? MinistryOf(string printed)
    {
        var kind = Names.Normalise(printed);
        return !kind.StartsWith("permen", StringComparison.Ordinal)
            && !kind.StartsWith("peraturan menteri", StringComparison.Ordinal)
                ? null
            : kind.StartsWith("permenpan", StringComparison.Ordinal)
            || kind.Contains("pan rb", StringComparison.Ordinal)
            || kind.Contains("panrb", StringComparison.Ordinal)
            || kind.Contains("pendayagunaan", StringComparison.Ordinal)
                ? Regulation.StateApparatus
            : kind.StartsWith("permendagri", StringComparison.Ordinal)
            || kind.Contains("dalam negeri", StringComparison.Ordinal)
                ? Regulation.HomeAffairs
            : kind;
    }

    [GeneratedRegex(
        @"\b(?<kind>(?<!Pengganti\s)Undang-undang|Peraturan Pemerintah(?! Pengganti)|Peraturan Presiden|Peraturan Menteri(?:\s+[\p{L}]+){0,10}?|Permenpan(?:[ -]?RB)?|Permendagri|Peraturan Gubernur(?:\s+\p{Lu}\p{L}+){0,3}?|Peraturan Daerah(?:\s+\p{Lu}\p{L}+){0,4}?)\s+(?:Nomor|No\.)\s+(?<number>[\w./]+?)(?:/(?<year>20[0-9][0-9])|\s+Tahun\s+(?<year>(?:19|20)[0-9][0-9]))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Cited();

    [GeneratedRegex(
        @"^\s*tentang\s+(?<title>[^(;.]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex About();

    /// <summary>What ends a title within a sentence.</summary>
    [GeneratedRegex(
        @"(?:,\s*(?:Peraturan|Undang|yang|dan Peraturan|terakhir|sebagaimana)|\s(?:sebagaimana|yang telah|yang merupakan|mengamanatkan|adalah|terdiri|dan peraturan pelaksanaannya|atas\s*$)).*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Cut();

    [GeneratedRegex(
        @"\b(?:diubah|perubahannya|terakhir)\b[^()]{0,40}?\bdengan\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Changed();

    [GeneratedRegex(
        @"\((?:Lembaran|Berita)[^)]*\)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Bracket();
}
