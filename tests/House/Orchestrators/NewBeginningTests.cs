namespace Sakip.Tests.House.Orchestrators;

/// <summary>Events that arrive while an instance begins anew can be lost (durabletask-dotnet 387), so none of ours does.</summary>
public sealed class NewBeginningTests
{
    [Fact]
    public void No_orchestrator_continues_as_new() =>
        Assert.Equal(
            ["LastingContext.cs"],
            Repository
                .Sources("orchestrations")
                .Where(file => File.ReadAllText(file).Contains("ContinueAsNew", StringComparison.Ordinal))
                .Select(Path.GetFileName)
        );
}
