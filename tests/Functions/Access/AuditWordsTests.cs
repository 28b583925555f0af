using System.Text.RegularExpressions;
using Sakip.Approvals;
using Sakip.Functions.Audit;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions.Access;

/// <summary>Whatever the trail can say of an action it says in words.</summary>
public sealed partial class AuditWordsTests
{
    [Fact]
    public void Every_action_that_is_recorded_has_words()
    {
        var recorded = Directory
            .EnumerateFiles(
                Path.Combine(RehearsalOptions.FindRoot(), "orchestrations"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file =>
                Recording().Matches(File.ReadAllText(file)).SelectMany(call => Action().Matches(call.Value))
            )
            .Select(action => action.Groups[1].Value)
            .Concat(Enum.GetNames<Decision>())
            .Distinct()
            .ToArray();

        Assert.True(recorded.Length > 30, string.Join(", ", recorded));
        Assert.DoesNotContain(recorded, action => !AuditWords.Knows(action));
    }

    [GeneratedRegex(@"\.By\([^;]*?;|AuditAsync\([^;]*?;", RegexOptions.Singleline)]
    private static partial Regex Recording();

    // "LockQuarter" or "plan-imported": roles and words for people look otherwise.
    [GeneratedRegex("\"((?:[A-Z][a-z]+){2,}|[a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Action();
}
