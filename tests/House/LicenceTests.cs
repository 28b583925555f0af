using System.Text.Json.Nodes;

namespace Sakip.Tests.House;

/// <summary>The parts list, and that every part may be used: judged from the lock files and the package cache, offline.</summary>
public sealed class LicenceTests
{
    private static readonly HashSet<string> Allowed =
    [
        "MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Unlicense", "MS-PL", "CC0-1.0",
        "BlueOak-1.0.0", "Python-2.0", "WTFPL", "Zlib", "PostgreSQL",
    ];

    /// <summary>Packages that carry their licence as a file or an address; who reads it writes down what it is.</summary>
    private static readonly Dictionary<string, string> Read = new()
    {
        // Put into the public domain by its author, as the address says.
        ["uri-templates"] = "CC0-1.0",
        ["Apache.Arrow"] = "Apache-2.0",
        ["Microsoft.Win32.SystemEvents"] = "MIT",
        ["System.Drawing.Common"] = "MIT",
        ["System.Security.Cryptography.ProtectedData"] = "MIT",
    };

    [Fact]
    public async Task Every_package_is_in_the_parts_list_with_a_licence_that_the_project_may_use()
    {
        var components = (await ListAsync())["components"]!.AsArray();

        Assert.True(components.Count > 150, $"{components.Count}");
        var doubtful = components.Where(one => !IsAllowed((string)one!["name"]!, LicenceOf(one)))
            .Select(one => $"{one!["purl"]}: {LicenceOf(one) ?? "no licence"}");
        Assert.Equal("", string.Join('\n', doubtful));
    }

    [Fact]
    public async Task Parts_are_named_once_by_package_address_version_and_hash()
    {
        var list = await ListAsync();
        var components = list["components"]!.AsArray();
        var references = components.Select(one => (string)one!["bom-ref"]!).ToArray();

        Assert.Equal(("CycloneDX", "1.6"), ((string)list["bomFormat"]!, (string)list["specVersion"]!));
        Assert.Equal(references.Length, references.Distinct().Count());
        Assert.All(components, one => Assert.StartsWith("pkg:", (string)one!["purl"]!, StringComparison.Ordinal));
        var unhashed = components.Where(one => one!["hashes"] is null).Select(one => (string)one!["purl"]!);
        Assert.Equal("", string.Join('\n', unhashed));
    }

    private static bool IsAllowed(string name, string? licence)
    {
        if (Read.TryGetValue(name, out var read)) return Allowed.Contains(read);
        if (licence is null) return false;
        var words = licence.Trim('(', ')').Split([" OR ", " AND "], StringSplitOptions.TrimEntries);
        return licence.Contains(" AND ", StringComparison.Ordinal)
            ? words.All(Allowed.Contains)
            : words.Any(Allowed.Contains);
    }

    private static string? LicenceOf(JsonNode? component) => (string?)component!["licenses"]?[0]?["license"]?["name"];

    private static async Task<JsonNode> ListAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("sakip-sbom-").FullName, "sbom.cdx.json");
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;
        var command = Path.Combine(
            Repository.Root, "infra", "commands", "bin", "embedded", configuration, "net10.0", "Sakip.Commands.dll");
        var (exitCode, output) = await Tool.RunAsync(Repository.Root, "dotnet", command, "sbom", "--file", path);
        Assert.True(exitCode == 0, output);
        var list = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return list;
    }
}
