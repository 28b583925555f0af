namespace Sakip.Tests.House.Azure;

/// <summary>The trial root's key lies in the repository: it counts only where the method binds nobody.</summary>
public sealed class TrialRootTests
{
    [Fact]
    public void Nothing_trusts_the_trial_root_without_asking_for_the_method()
    {
        string[] folders = ["functions", "orchestrations", "infra"];
        var uses = folders
            .SelectMany(folder => House.Repository.Sources(folder))
            .SelectMany(file => File.ReadAllLines(file))
            .Where(line => line.Contains("TrustAnchor.Trial", StringComparison.Ordinal))
            .ToArray();

        Assert.Equal(2, uses.Length);
        Assert.All(uses, line => Assert.Contains("== \"Trial\" ? [TrustAnchor.Trial", line, StringComparison.Ordinal));
    }
}
