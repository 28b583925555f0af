using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <param name="Lower">The text in lower case, for looking up words.</param>
/// <param name="Before">The paragraph's sentence before it.</param>
/// <param name="NextTable">The number of the next table in the section, where one follows.</param>
internal sealed record Sentence(
    string Text, string Lower, PrintedSection Section, string Paragraph, string? Before, string? NextTable, bool InList)
{
    public string Place => $"Bagian \"{Section.Heading}\"";

    public static IReadOnlyList<Sentence> Of(PrintedReport report) => report.Sections.SelectMany(Of).ToList();

    private static IEnumerable<Sentence> Of(PrintedSection section)
    {
        var blocks = section.Blocks ?? [];
        for (var i = 0; i < blocks.Count; i++)
        {
            var next = blocks.Skip(i + 1).FirstOrDefault(block => block.Table is not null)?.Table?.Number;
            var list = blocks[i].List is not null;
            foreach (var paragraph in blocks[i].List ?? (blocks[i].Paragraph is { } one ? [one] : []))
            {
                string? before = null;
                foreach (var text in SentenceText.Split(paragraph))
                {
                    yield return new(text, text.ToLowerInvariant(), section, paragraph, before, next, list);
                    before = text;
                }
            }
        }
    }
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
            if (Abbreviation().IsMatch(head)) continue;
            parts.Add(head.Trim());
            start = end.Index + end.Length;
        }

        if (paragraph[start..].Trim() is { Length: > 0 } rest) parts.Add(rest);
        return parts;
    }

    [GeneratedRegex("[.!?][\"”’)]?\\s+(?=[\\p{Lu}\"“0-9(])", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"(^|\s|\()([a-z]|\d+|rp|no|plt|plh|pj|dr|drs|ir|s\.d|jl|dll|kab|prov)\.$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation();
}
