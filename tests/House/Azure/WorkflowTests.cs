using System.Text.RegularExpressions;

namespace Sakip.Tests.House.Azure;

public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"))];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_keeps_no_secret_and_starts_with_the_right_to_read(string path)
    {
        var text = File.ReadAllText(path);

        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^permissions:\n  contents: read$", text);
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void An_action_comes_from_a_known_publisher_in_a_named_version(string path)
    {
        string[] known = ["actions", "azure", "anchore", "."];

        foreach (Match use in Use().Matches(File.ReadAllText(path)))
        {
            Assert.Contains(use.Groups["from"].Value.ToLowerInvariant(), known);
            Assert.True(use.Groups["from"].Value == "." || use.Groups["version"].Success, use.Value);
        }
    }

    [GeneratedRegex(@"uses: (?<from>[^/\s]+)/[^@\s]+(@(?<version>v\d+))?")]
    private static partial Regex Use();
}
