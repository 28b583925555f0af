using System.Text.Json;

namespace Sakip.Tests.House.Packages;

/// <summary>What is deployed is what was locked: the app's own packages, and the host's extensions beside them.</summary>
public sealed class HostExtensionsTests
{
    private const string Lock = "functions/host-extensions.lock.json";

    private const string Renew = $"rm {Lock} && dotnet build functions -c Release writes it anew; read what changed";

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker", "2.52.0")]
    [InlineData("Microsoft.DurableTask.Abstractions", "1.27.0")]
    [InlineData("Microsoft.DurableTask.Client", "1.27.0")]
    public async Task The_app_is_built_on_the_packages_that_the_real_host_was_tried_with(string name, string version) =>
        Assert.Contains($"{name}/{version}", await LibrariesAsync("Sakip.Functions.deps.json"));

    [Fact]
    public async Task The_extensions_that_the_host_loads_are_those_of_the_lock_file()
    {
        var locked = await LockedAsync();
        var laid = (await LibrariesAsync(Path.Combine(".azurefunctions", "function.deps.json")))
            .Where(one => !one.StartsWith("Microsoft.Azure.Functions.Worker.Extensions/", StringComparison.Ordinal))
            .ToList();

        Assert.Contains("Microsoft.Azure.WebJobs.Extensions.DurableTask/3.18.0", laid);
        var strange = laid.Where(one => !locked.Contains(one)).ToList();
        Assert.True(strange.Count == 0, $"not in {Lock}: {string.Join(", ", strange)}\n{Renew}");
    }

    [Fact]
    public async Task Every_library_of_the_host_s_extensions_comes_from_a_locked_package()
    {
        using var deps = await ReadAsync(Path.Combine(".azurefunctions", "function.deps.json"));
        var named = deps
            .RootElement.GetProperty("targets")
            .EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .SelectMany(library => Files(library.Value))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        // The Functions SDK itself brings this one, which reads the list of functions.
        named.Add("Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.dll");

        var files = Directory.EnumerateFiles(Path.Combine(Output, ".azurefunctions"), "*.dll").Select(Path.GetFileName);
        Assert.Equal([], files.Where(file => !named.Contains(file!)));
    }

    private static IEnumerable<string> Files(JsonElement library) =>
        library.TryGetProperty("runtime", out var files)
            ? files.EnumerateObject().Select(file => Path.GetFileName(file.Name))
            : [];

    private static async Task<IReadOnlyCollection<string>> LibrariesAsync(string file)
    {
        using var deps = await ReadAsync(file);
        return [.. deps.RootElement.GetProperty("libraries").EnumerateObject().Select(one => one.Name)];
    }

    private static async Task<HashSet<string>> LockedAsync()
    {
        await using var file = File.OpenRead(Path.Combine(Repository.Root, Lock));
        using var json = await JsonDocument.ParseAsync(file, default, TestContext.Current.CancellationToken);
        return
        [
            .. json
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Select(package => $"{package.Name}/{package.Value.GetProperty("resolved").GetString()}"),
        ];
    }

    private static async Task<JsonDocument> ReadAsync(string file)
    {
        await using var text = File.OpenRead(Path.Combine(Output, file));
        return await JsonDocument.ParseAsync(text, default, TestContext.Current.CancellationToken);
    }

    private static string Output => Repository.Output("functions");
}
