using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sakip.Tests.House.Azure;

/// <summary>The pinned Bicep compiler on a copy of infra/azure: nothing is written beside the sources.</summary>
internal sealed class Bicep : IDisposable
{
    private static readonly string Compiler = typeof(Bicep)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == "BicepPath")
        .Value!;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sakip-bicep-");

    public Bicep()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the pinned compiler is the one for Linux");
        foreach (var source in Directory.EnumerateFiles(Repository.InfraAzure, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(Repository.InfraAzure, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }
    }

    public Task<CommandResult> RunAsync(params string[] arguments) => RunInAsync("test", arguments);

    public Task<CommandResult> RunInAsync(string environment, params string[] arguments) =>
        Command.RunAsync(
            Compiler,
            arguments,
            _folder.FullName,
            ("AZURE_ENV_NAME", environment),
            ("AZURE_PRINCIPAL_ID", "00000000-0000-0000-0000-00000000000d"),
            ("AZURE_RELEASER_ID", "00000000-0000-0000-0000-00000000000f")
        );

    /// <summary>What a deployment of the environment would create, as text.</summary>
    public async Task<string> SnapshotAsync(string environment)
    {
        var result = await RunInAsync(
            environment,
            "snapshot",
            "main.bicepparam",
            "--mode",
            "overwrite",
            "--tenant-id",
            "00000000-0000-0000-0000-00000000000a",
            "--subscription-id",
            "00000000-0000-0000-0000-00000000000b",
            "--resource-group",
            $"rg-sakip-{environment}",
            "--location",
            "southeastasia",
            "--deployment-name",
            "sakip"
        );
        Assert.True(result is { ExitCode: 0, Errors: "" }, result.Errors);
        return InOrder(await File.ReadAllTextAsync(PathOf("main.snapshot.json")));
    }

    /// <summary>Changes one environment's settings in the copy.</summary>
    public void Change(string environment, Action<JsonNode> change)
    {
        var path = PathOf($"environments/{environment}.json");
        var settings = JsonNode.Parse(File.ReadAllText(path))!;
        change(settings);
        File.WriteAllText(path, settings.ToJsonString());
    }

    // The compiler writes the outputs in another order each time.
    private static string InOrder(string snapshot)
    {
        var root = JsonNode.Parse(snapshot)!;
        var outputs = root["outputs"]!.AsObject().OrderBy(output => output.Key, StringComparer.Ordinal);
        root["outputs"] = new JsonObject(
            outputs.Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone()))
        );
        return root.ToJsonString(Indented) + "\n";
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);
}
