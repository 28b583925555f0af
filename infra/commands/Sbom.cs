using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Sakip.Commands;

/// <summary>
/// The parts list of the project in CycloneDX 1.6, made from its lock files alone, that of the host's extensions among
/// them: every NuGet package in the version and with the hash that is locked, every npm package of the emulator, each
/// with its licence. It needs no network.
/// </summary>
internal static class Sbom
{
    public static int Write(CommandLine line, TextWriter output)
    {
        var root = Root(Directory.GetCurrentDirectory());
        var target = line.Value("--file") ?? Path.Combine(root, "out", "sbom.cdx.json");
        var components = Nuget(root)
            .Concat(Npm(root))
            .OrderBy(one => (string)one["bom-ref"]!, StringComparer.Ordinal)
            .ToArray();
        var document = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject { ["type"] = "application", ["name"] = "sakip" },
            },
            ["components"] = new JsonArray([.. components]),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        File.WriteAllText(target, document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        output.WriteLine($"{target}: {components.Length} paket.");
        return 0;
    }

    private static IEnumerable<JsonObject> Nuget(string root)
    {
        var locked = new SortedDictionary<(string Name, string Version), string?>();
        foreach (
            var file in Directory.EnumerateFiles(root, "*.lock.json", SearchOption.AllDirectories).Where(IsLockFile)
        )
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var packages = json
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.TryGetProperty("resolved", out _));
            foreach (var package in packages)
            {
                var hash = package.Value.TryGetProperty("contentHash", out var content) ? content.GetString() : null;
                locked[(package.Name, package.Value.GetProperty("resolved").GetString()!)] = hash;
            }
        }

        return locked.Select(one =>
            Component(
                one.Key.Name,
                one.Key.Version,
                $"pkg:nuget/{one.Key.Name}@{one.Key.Version}",
                LicenceOf(one.Key.Name, one.Key.Version),
                one.Value is null ? null : ("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(one.Value)))
            )
        );
    }

    private static IEnumerable<JsonObject> Npm(string root)
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(root, "infra", "azurite", "package-lock.json"))
        );
        foreach (
            var package in json.RootElement.GetProperty("packages").EnumerateObject().Where(one => one.Name.Length > 0)
        )
        {
            var name = package.Name[
                (package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..
            ];
            var version = package.Value.GetProperty("version").GetString()!;
            var licence = package.Value.TryGetProperty("license", out var told) ? told.GetString() : null;
            var hash =
                package.Value.TryGetProperty("integrity", out var given)
                && given.GetString() is ['s', 'h', 'a', '5', '1', '2', '-', .. var text]
                    ? ("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(text)))
                    : ((string, string)?)null;
            yield return Component(
                name,
                version,
                $"pkg:npm/{name.Replace("@", "%40", StringComparison.Ordinal)}@{version}",
                licence,
                hash,
                package.Name
            );
        }
    }

    private static JsonObject Component(
        string name,
        string version,
        string url,
        string? licence,
        (string Algorithm, string Value)? hash,
        string? place = null
    )
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = place is null ? url : $"{url}#{place}",
            ["name"] = name,
            ["version"] = version,
            ["purl"] = url,
        };
        if (hash is { } known)
        {
            component["hashes"] = new JsonArray(
                new JsonObject { ["alg"] = known.Algorithm, ["content"] = known.Value }
            );
        }

        if (licence is not null)
        {
            component["licenses"] = new JsonArray(
                new JsonObject { ["license"] = new JsonObject { ["name"] = licence } }
            );
        }

        return component;
    }

    // An expression where the package has one; else the file or address that it points to.
    private static string? LicenceOf(string name, string version)
    {
        var cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var folder = Path.Combine(cache, name.ToLowerInvariant(), version.ToLowerInvariant());
        var file = Path.Combine(folder, name.ToLowerInvariant() + ".nuspec");
        if (!File.Exists(file))
            return null;
        var metadata = XDocument.Load(file).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        string? Told(string element) => metadata.Elements().FirstOrDefault(one => one.Name.LocalName == element)?.Value;
        var licence = metadata.Elements().FirstOrDefault(one => one.Name.LocalName == "license");
        return licence is null ? Told("licenseUrl")
            : licence.Attribute("type")?.Value == "file" ? "file:" + licence.Value
            : licence.Value;
    }

    private static bool IsLockFile(string file) =>
        Path.GetFileName(file) is "packages.lock.json" or "host-extensions.lock.json"
        && !file.Contains("/obj/", StringComparison.Ordinal)
        && !file.Contains("/bin/", StringComparison.Ordinal)
        && !file.Contains("/node_modules/", StringComparison.Ordinal);

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Serverless.sln"))
            ? folder
            : Root(
                Path.GetDirectoryName(folder) ?? throw new UsageException("Jalankan di dalam proyek (Serverless.sln).")
            );
}
