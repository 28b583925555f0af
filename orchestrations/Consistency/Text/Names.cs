using System.Text.RegularExpressions;

namespace Sakip.Consistency;

/// <summary>Compares names as people do: case, punctuation, spaces and a trailing abbreviation do not matter.</summary>
internal static partial class Names
{
    public static string Normalise(string name) =>
        NotWord().Replace(Parenthesis().Replace(name, " ").ToLowerInvariant(), " ").Trim();

    public static bool Same(string one, string other) =>
        string.Equals(Normalise(one), Normalise(other), StringComparison.Ordinal);

    /// <summary>Share of words that two names have in common, 0 to 1.</summary>
    public static double Likeness(string one, string other)
    {
        var a = Normalise(one).Split(' ').ToHashSet(StringComparer.Ordinal);
        var b = Normalise(other).Split(' ').ToHashSet(StringComparer.Ordinal);
        return a.Count + b.Count == 0 ? 1 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotWord();
}
