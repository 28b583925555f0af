using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <param name="Lower">The text in lower case, for looking up words.</param>
/// <param name="Before">The paragraph's sentence before it.</param>
/// <param name="NextTable">The next table in the section, where one follows.</param>
/// <param name="NextList">The list right below the sentence.</param>
internal sealed partial record Sentence(
    string Text,
    string Lower,
    PrintedSection Section,
    string Paragraph,
    string? Before,
    PrintedTable? NextTable,
    bool InList,
    IReadOnlyList<string>? NextList = null
)
{
    public string Place => $"Bagian \"{Section.Heading}\"";

    /// <summary>As names are compared: lower case, words only.</summary>
    public string Normal { get; } = Names.Normalise(Text);

    public bool Has(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Lower.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Years that the sentence names, with where.</summary>
    public IReadOnlyList<(int Year, int At)> Years { get; } =
        YearWord()
            .Matches(Text)
            .Select(match => (int.Parse(match.Value, CultureInfo.InvariantCulture), match.Index))
            .ToList();

    /// <summary>Whether it speaks of what is to come or ought to be, not of what was.</summary>
    public bool IsWish => Wish().IsMatch(Lower);

    public static IReadOnlyList<Sentence> Of(PrintedReport report) => report.Sections.SelectMany(Of).ToList();

    private static IEnumerable<Sentence> Of(PrintedSection section)
    {
        var blocks = section.Blocks ?? [];
        PrintedTable? next = null;
        var following = new PrintedTable?[blocks.Count];
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            following[i] = next;
            next = blocks[i].Table ?? next;
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            var list = blocks[i].List is not null;
            foreach (var paragraph in blocks[i].List ?? (blocks[i].Paragraph is { } one ? [one] : []))
            {
                string? before = null;
                var split = SentenceText.Split(paragraph);
                var below = !list && i + 1 < blocks.Count ? blocks[i + 1].List : null;
                for (var n = 0; n < split.Count; n++)
                {
                    var text = split[n];
                    yield return new(
                        text,
                        text.ToLowerInvariant(),
                        section,
                        paragraph,
                        before,
                        following[i],
                        list,
                        n == split.Count - 1 ? below : null
                    );
                    before = text;
                }
            }
        }
    }

    [GeneratedRegex(@"\b(?:19|20)[0-9][0-9]\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearWord();

    [GeneratedRegex(
        @"\b(?:diharapkan|harapan|hendaknya|akan|agar|supaya|perlu|dalam rangka|dalam upaya|bertujuan|guna|untuk (?:men|mem|me)\w+|berkomitmen|rencana tindak)\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Wish();
}

internal static partial class SentenceText
{
    /// <summary>
    /// Splits at a full stop before a capital. Dots in numbers and after "Rp", "No", "Plt" and the like end nothing.
    /// </summary>
    public static IReadOnlyList<string> Split(string paragraph)
    {
        var parts = new List<string>();
        var start = 0;
        foreach (Match end in End().Matches(paragraph))
        {
            var head = paragraph[start..(end.Index + 1)];
            if (Abbreviation().IsMatch(head))
                continue;
            parts.Add(head.Trim());
            start = end.Index + end.Length;
        }

        if (paragraph[start..].Trim() is { Length: > 0 } rest)
            parts.Add(rest);
        return parts;
    }

    [GeneratedRegex(
        "[.!?][\"”’)]?\\s+(?=[\\p{Lu}\"“0-9(])",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex End();

    [GeneratedRegex(
        @"(^|\s|\()([a-z]|[0-9]{1,2}|rp|no|nip|plt|plh|pj|dr|drs|dra|ir|h|hj|s\.d|jl|dll|kab|prov|s\.h|s\.e|m\.si|m\.m)\.$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Abbreviation();
}
