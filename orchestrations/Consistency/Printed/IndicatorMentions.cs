using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <param name="At">Where the name begins in the sentence; 0 where the section, not the sentence, names it.</param>
internal sealed record IndicatorMention(string Indicator, int At);

/// <summary>Which indicators a sentence speaks of: by name, or by a shortened name within the indicator's own section.</summary>
internal sealed class IndicatorMentions
{
    private readonly PrintedFacts _facts;
    private readonly List<(string Indicator, string Normal, string Short, Regex Pattern)> _names;
    private readonly Dictionary<PrintedSection, string?> _sections = new(ReferenceEqualityComparer.Instance);

    public IndicatorMentions(PrintedFacts facts)
    {
        _facts = facts;
        _names = facts
            .Masters.Select(master =>
            {
                var words = Names.Normalise(master).Split(' ');
                var pattern = string.Join(@"\W+(?:\([^)]*\)\W*)?", words.Select(Regex.Escape));
                return (
                    master,
                    string.Join(' ', words),
                    string.Join(' ', words.Take(2)),
                    new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patterns.Limit)
                );
            })
            // A name of marks alone is mentioned nowhere.
            .Where(name => name.Item2.Length > 0)
            .OrderByDescending(name => name.Item2.Length)
            .ToList();
    }

    /// <summary>The indicator that a section is about, by its heading; null for other sections.</summary>
    public string? OfSection(PrintedSection section)
    {
        if (_sections.TryGetValue(section, out var known))
            return known;
        return _sections[section] = Sections.IndicatorOf(_facts, section);
    }

    /// <summary>Mentions in the order of the sentence.</summary>
    public IReadOnlyList<IndicatorMention> In(Sentence sentence)
    {
        var found = new List<IndicatorMention>();
        var rest = sentence.Normal;
        foreach (var (indicator, normal, _, pattern) in _names)
        {
            if (!rest.Contains(normal, StringComparison.Ordinal))
                continue;
            rest = rest.Replace(normal, "#", StringComparison.Ordinal);
            var match = pattern.Match(sentence.Text);
            found.Add(new(indicator, match.Success ? match.Index : 0));
        }

        if (
            found.Count == 0
            && OfSection(sentence.Section) is { } own
            && _names.Find(name => name.Indicator == own) is { Short: not null } named
            && (sentence.Normal.Contains(named.Short, StringComparison.Ordinal) || sentence.Has("indikator ini"))
        )
        {
            found.Add(new(own, 0));
        }

        return [.. found.OrderBy(mention => mention.At)];
    }
}
