using System.Text.Json;
using System.Xml.Linq;

namespace Sakip.Tests.House.Packages;

/// <summary>A package as a lock file names it, with the licence that the package itself declares.</summary>
internal sealed record LockedPackage(string Name, string Version, string? Licence, bool IsHashed);

/// <summary>Every NuGet package of the lock files, the host's extensions among them, and every npm package of the emulator.</summary>
internal static class LockedPackages
{
    public static IReadOnlyCollection<LockedPackage> All { get; } = [.. Nuget(), .. Npm().Distinct()];

    private static IEnumerable<LockedPackage> Nuget() =>
        NugetLocked()
            .Distinct()
            .Select(one => new LockedPackage(one.Name, one.Version, LicenceOf(one.Name, one.Version), one.IsHashed));

    private static IEnumerable<(string Name, string Version, bool IsHashed)> NugetLocked() =>
        from file in Directory.EnumerateFiles(Repository.Root, "*.lock.json", SearchOption.AllDirectories)
        where IsLockFile(file)
        from framework in Json(file).GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.TryGetProperty("resolved", out _)
        select (
            package.Name,
            package.Value.GetProperty("resolved").GetString()!,
            package.Value.TryGetProperty("contentHash", out _)
        );

    private static IEnumerable<LockedPackage> Npm() =>
        from package in Json(Path.Combine(Repository.Root, "infra", "azurite", "package-lock.json"))
            .GetProperty("packages")
            .EnumerateObject()
        where package.Name.Length > 0
        select new LockedPackage(
            package.Name.Split("node_modules/")[^1],
            package.Value.GetProperty("version").GetString()!,
            package.Value.TryGetProperty("license", out var told) ? told.GetString() : null,
            package.Value.TryGetProperty("integrity", out _)
        );

    // An expression where the package has one; else the file or address that it points to.
    private static string? LicenceOf(string name, string version)
    {
        var cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var file = Path.Combine(
            cache,
            name.ToLowerInvariant(),
            version.ToLowerInvariant(),
            name.ToLowerInvariant() + ".nuspec"
        );
        if (!File.Exists(file))
            return null;
        var metadata = XDocument.Load(file).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        XElement? Told(string element) => metadata.Elements().FirstOrDefault(one => one.Name.LocalName == element);
        return Told("license") is not { } licence ? Told("licenseUrl")?.Value
            : licence.Attribute("type")?.Value == "file" ? "file:" + licence.Value
            : licence.Value;
    }

    private static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;

    private static bool IsLockFile(string file) =>
        Path.GetFileName(file) is "packages.lock.json" or "host-extensions.lock.json"
        && !file.Contains("/obj/", StringComparison.Ordinal)
        && !file.Contains("/bin/", StringComparison.Ordinal)
        && !file.Contains("/node_modules/", StringComparison.Ordinal);
}
