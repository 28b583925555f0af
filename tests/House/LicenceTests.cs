using System.Text.Json.Nodes;

namespace Sakip.Tests.House;

/// <summary>The parts list, and that every part may be used: judged from the lock files and the package cache, offline.</summary>
public sealed class LicenceTests
{
    private static readonly HashSet<string> Allowed =
    [
        "MIT",
        "MIT-0",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "0BSD",
        "Unlicense",
        "MS-PL",
        "CC0-1.0",
        "BlueOak-1.0.0",
        "Python-2.0",
        "WTFPL",
        "Zlib",
        "PostgreSQL",
        // Microsoft's terms for its libraries: they may be used, and given on in object form with a program.
        NetLibrary,
    ];

    private const string NetLibrary = "Microsoft .NET Library";

    /// <summary>Packages that carry their licence as a file or an address; who reads it writes down what it is.</summary>
    private static readonly Dictionary<string, string> Read = new()
    {
        // Put into the public domain by its author, as the address says.
        ["uri-templates"] = "CC0-1.0",
        ["Apache.Arrow"] = "Apache-2.0",
        ["Microsoft.Win32.SystemEvents"] = "MIT",
        ["System.Drawing.Common"] = "MIT",
        ["System.Security.Cryptography.ProtectedData"] = "MIT",
        ["Microsoft.AspNet.WebApi.Client"] = NetLibrary,
        ["Microsoft.Extensions.DependencyModel"] = "MIT",
        ["Newtonsoft.Json.Bson"] = "MIT",
        ["System.Reactive.Compatibility"] = "MIT",
        ["WindowsAzure.Storage"] = "Apache-2.0",
    };

    /// <summary>Addresses that many packages of the host's extensions give for their licence, and what stands there.</summary>
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http://go.microsoft.com/fwlink/?LinkId=329770"] = NetLibrary,
        ["https://go.microsoft.com/fwlink/?linkid=2028464"] = NetLibrary,
        ["http://www.apache.org/licenses/LICENSE-2.0"] = "Apache-2.0",
        ["https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"] = "MIT",
        ["https://raw.githubusercontent.com/aspnet/AspNetCore/2.0.0/LICENSE.txt"] = "Apache-2.0",
        ["https://raw.githubusercontent.com/aspnet/Home/2.0.0/LICENSE.txt"] = "Apache-2.0",
    };

    [Fact]
    public async Task Every_package_is_in_the_parts_list_with_a_licence_that_the_project_may_use()
    {
        var components = (await ListAsync())["components"]!.AsArray();

        Assert.True(components.Count > 150, $"{components.Count}");
        var doubtful = components
            .Where(one => !IsAllowed((string)one!["name"]!, LicenceOf(one)))
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

    [Fact]
    public async Task The_host_s_extensions_are_among_the_parts()
    {
        var components = (await ListAsync())["components"]!.AsArray().Select(one => (string)one!["purl"]!);

        Assert.Contains("pkg:nuget/Microsoft.Azure.WebJobs.Extensions.DurableTask@3.18.0", components);
    }

    private static bool IsAllowed(string name, string? licence)
    {
        if (Read.TryGetValue(name, out var read))
            return Allowed.Contains(read);
        if (licence is null)
            return false;
        if (Addresses.TryGetValue(licence, out var standing))
            return Allowed.Contains(standing);
        var words = licence.Trim('(', ')').Split([" OR ", " AND "], StringSplitOptions.TrimEntries);
        return licence.Contains(" AND ", StringComparison.Ordinal)
            ? words.All(Allowed.Contains)
            : words.Any(Allowed.Contains);
    }

    private static string? LicenceOf(JsonNode? component) => (string?)component!["licenses"]?[0]?["license"]?["name"];

    private static async Task<JsonNode> ListAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("sakip-sbom-").FullName, "sbom.cdx.json");
        var command = Path.Combine(Repository.Output("infra/commands"), "Sakip.Commands.dll");
        var (exitCode, output) = await Tool.RunAsync(Repository.Root, "dotnet", command, "sbom", "--file", path);
        Assert.True(exitCode == 0, output);
        var list = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return list;
    }
}
