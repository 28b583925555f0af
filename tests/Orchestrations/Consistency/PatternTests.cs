using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>A text of 20,000 characters, whatever it is, costs no pattern of the app more than a moment.</summary>
public sealed partial class PatternTests
{
    private const int Length = 20_000;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public void Every_pattern_has_an_end_and_none_comes_near_it()
    {
        var patterns = Patterns().ToArray();
        Assert.True(patterns.Length > 100, $"{patterns.Length}");
        Assert.All(
            patterns,
            one =>
            {
                Assert.True(
                    one.Regex.MatchTimeout <= Moment && one.Regex.MatchTimeout > TimeSpan.Zero
                        || one.Regex.Options.HasFlag(RegexOptions.NonBacktracking),
                    one.Name
                );
                foreach (var text in Texts(one.Regex.ToString()))
                    PatternEnd.Reach(one.Name, one.Regex, text);
            }
        );
    }

    private static IEnumerable<(string Name, Regex Regex)> Patterns() =>
        from assembly in (Assembly[])[typeof(Sakip.Storage.Keys).Assembly]
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where method.GetCustomAttribute<GeneratedRegexAttribute>() is not null && !type.ContainsGenericParameters
        select ($"{type.Name}.{method.Name}", (Regex)method.Invoke(null, null)!);

    // Runs of what patterns repeat, and of the pattern's own words.
    private static IEnumerable<string> Texts(string pattern)
    {
        string[] runs =
        [
            "1",
            " ",
            "a",
            "A",
            "a ",
            "A ",
            "1 ",
            "1.",
            "1,",
            "1..",
            ".",
            "(",
            ")",
            "-",
            "%",
            "rp",
            "\n",
            "aA1 ",
        ];
        foreach (var run in runs)
            yield return Of(run);
        foreach (var (one, other) in ((string, string)[])[("1", " "), ("a", " "), (" ", "1"), ("A", "1")])
            yield return new string(one[0], Length / 2) + new string(other[0], Length / 2);
        string[] words = [.. Word().Matches(pattern).Select(match => match.Value).Distinct().Take(6)];
        foreach (var word in words)
        {
            yield return Of(word + " ");
            yield return Of(word + " 1 ");
            yield return word + new string(' ', Length);
            yield return "1 " + word + new string(' ', Length);
            yield return word + " " + new string('1', Length);
            yield return word + " " + new string('a', Length);
        }

        if (words.Length > 1)
            yield return Of(string.Join(' ', words) + " 1 ");
    }

    private static string Of(string run) =>
        new StringBuilder().Insert(0, run, (Length / run.Length) + 1).ToString()[..Length];

    [GeneratedRegex("(?<![\\\\a-z<])[a-z]{3,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
