namespace Sakip.Tests.House;

/// <summary>
/// Builds a small project under the repository's own editorconfig, banned symbols and build properties.
/// </summary>
public sealed class WrongOrchestratorTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" PrivateAssets="all" />
            <AdditionalFiles Include="BannedSymbols.txt" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task An_orchestrator_that_is_not_deterministic_does_not_build()
    {
        var (exitCode, output) = await BuildAsync("Wrong.orchestrator.cs", """
            namespace Sakip.Trial;

            public static class Wrong
            {
                public static async Task<string> RunAsync()
                {
                    await Task.Delay(1);
                    return $"{DateTime.UtcNow:O} {Guid.NewGuid()} {Environment.MachineName} {new Random().Next()}";
                }
            }
            """);

        Assert.NotEqual(0, exitCode);
        foreach (
            var symbol in new[] { "DateTime.UtcNow", "Guid.NewGuid()", "Task.Delay(int)", "Environment", "Random" })
        {
            Assert.Contains($"error RS0030: The symbol '{symbol}' is banned", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_code_outside_an_orchestrator_builds()
    {
        var (exitCode, output) = await BuildAsync("Clock.cs", """
            namespace Sakip.Trial;

            public static class Clock
            {
                public static DateTime Now => DateTime.UtcNow;
            }
            """);

        Assert.True(exitCode == 0, output);
    }

    private static async Task<(int ExitCode, string Output)> BuildAsync(string name, string source)
    {
        var folder = Directory.CreateTempSubdirectory("sakip-orchestrator-").FullName;
        try
        {
            foreach (
                var file in new[]
                {
                    ".editorconfig",
                    "Directory.Build.props",
                    "Directory.Packages.props",
                    "global.json",
                })
            {
                File.Copy(Path.Combine(Repository.Root, file), Path.Combine(folder, file));
            }

            File.Copy(
                Path.Combine(Repository.Root, "orchestrations", "BannedSymbols.txt"),
                Path.Combine(folder, "BannedSymbols.txt"));
            await File.WriteAllTextAsync(
                Path.Combine(folder, "Trial.csproj"),
                Project,
                TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(folder, name), source + "\n", TestContext.Current.CancellationToken);
            return await Tool.RunAsync(folder, "dotnet", "build", "Trial.csproj", "--tl:off", "-v", "q");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
