using System.Reflection;
using System.Text.RegularExpressions;
using Sakip.Functions.Hosting;
using Sakip.Tests.Orchestrations.Consistency;

namespace Sakip.Tests.House.Patterns;

/// <summary>Patterns of pages and settings; those of the rules are tried beside the rules.</summary>
public sealed class PatternEndTests
{
    private const int Length = 20_000;
    private static readonly string[] Runs = ["1", "a", " ", "a ", "1.", "-", ":", "|", "/", "%", "a1 "];

    [Fact]
    public void Every_pattern_of_the_app_ends_with_any_text_of_twenty_thousand_characters()
    {
        var patterns = (
            from type in typeof(SettingsCheck).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where method.GetCustomAttribute<GeneratedRegexAttribute>() is not null
            select ($"{type.Name}.{method.Name}", (Regex)method.Invoke(null, null)!)
        ).ToArray();
        Assert.NotEmpty(patterns);
        Assert.All(
            patterns,
            one =>
            {
                var (name, regex) = one;
                Assert.True(regex.MatchTimeout > TimeSpan.Zero && regex.MatchTimeout <= TimeSpan.FromSeconds(1), name);
                foreach (var run in Runs)
                    PatternEnd.Reach(name, regex, string.Concat(Enumerable.Repeat(run, Length / run.Length)));
            }
        );
    }
}
