namespace Sakip.Tests.House.Orchestrators;

/// <summary>
/// Orchestrators that are wrong in one way each, built together under the repository's own editorconfig, banned symbols
/// and build properties.
/// </summary>
internal static class WrongCode
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <PackageReference Include="Microsoft.Azure.Functions.Worker.Core" />
            <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.DurableTask" />
            <PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" PrivateAssets="all" />
            <PackageReference Include="Microsoft.DurableTask.Analyzers" PrivateAssets="all" />
            <AdditionalFiles Include="BannedSymbols.txt" />
          </ItemGroup>
        </Project>
        """;

    private const string Usings = """
        global using Microsoft.Azure.Functions.Worker;
        global using Microsoft.DurableTask;

        """;

    /// <summary>Builds the sources, each a file of that name, and gives what the build said.</summary>
    public static async Task<(int ExitCode, string Output)> BuildAsync(IEnumerable<(string Name, string Source)> files)
    {
        var folder = Directory.CreateTempSubdirectory("sakip-orchestrator-").FullName;
        try
        {
            string[] own = [".editorconfig", "Directory.Build.props", "Directory.Packages.props", "global.json"];
            foreach (var file in own)
                File.Copy(Path.Combine(Repository.Root, file), Path.Combine(folder, file));
            File.Copy(
                Path.Combine(Repository.Root, "orchestrations", "BannedSymbols.txt"),
                Path.Combine(folder, "BannedSymbols.txt")
            );
            foreach (var (name, text) in files.Concat([("Trial.csproj", Project), ("Usings.cs", Usings)]))
            {
                await File.WriteAllTextAsync(
                    Path.Combine(folder, name),
                    text.TrimEnd() + "\n",
                    TestContext.Current.CancellationToken
                );
            }

            return await Tool.RunAsync(folder, "dotnet", "build", "Trial.csproj", "--tl:off", "-v", "q");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>An orchestrator of which one statement is given.</summary>
    public static string Orchestrator(string name, string statement) =>
        $$"""
            namespace Sakip.Trial;

            public static class {{name}}
            {
                [Function(nameof({{name}}))]
                public static async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context)
                {
                    {{statement}}
                    return await context.CallActivityAsync<string>(nameof(Count.CountAsync), 1);
                }
            }
            """;

    /// <summary>The activity that every orchestrator here calls.</summary>
    public const string Activity = """
        namespace Sakip.Trial;

        public static class Count
        {
            [Function(nameof(CountAsync))]
            public static Task<string> CountAsync([ActivityTrigger] int number) => Task.FromResult($"{number}");
        }
        """;
}
