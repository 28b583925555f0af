using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Tests.House.Packages;

/// <summary>The one version, and what is told of it.</summary>
public sealed partial class VersionTests
{
    [Fact]
    public void The_newest_version_of_the_changelog_is_the_app_s()
    {
        var versions = Heading()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md")))
            .Select(one => Version.Parse(one.Groups["version"].Value))
            .ToList();

        Assert.Equal(AppVersion.Text, $"{versions[0]}");
        Assert.Equal(versions.OrderDescending(), versions);
    }

    [GeneratedRegex(@"^## (?<version>\d+\.\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
