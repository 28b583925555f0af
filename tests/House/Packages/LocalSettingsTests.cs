using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Sakip.Functions.Hosting;

namespace Sakip.Tests.House.Packages;

/// <summary>The settings for whoever starts the app with the Core Tools: a sample is kept, and none goes to Azure.</summary>
public sealed class LocalSettingsTests
{
    private const string Sample = "functions/local.settings.sample.json";

    [Fact]
    public void The_sample_has_every_setting_that_the_app_asks_for()
    {
        var key = Convert.ToBase64String(new byte[32]);
        using var sample = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, Sample))
                .Replace("LINK-KEY", key, StringComparison.Ordinal)
                .Replace("AUDIT-KEY", key, StringComparison.Ordinal)
        );
        var settings = sample
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .Select(one =>
                KeyValuePair.Create(one.Name.Replace("__", ":", StringComparison.Ordinal), one.Value.GetString())
            );

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

        Assert.Empty(SettingsCheck.Problems(configuration));
    }

    [Fact]
    public void Local_settings_are_not_committed() =>
        Assert.Contains("local.settings.json", File.ReadLines(Path.Combine(Repository.Root, ".gitignore")));

    [Fact]
    public async Task Neither_local_settings_nor_lock_files_are_published()
    {
        var (exitCode, output) = await Tool.RunAsync(
            Repository.Root,
            "dotnet",
            "msbuild",
            "functions/Functions.csproj",
            "-getItem:Content"
        );

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("local.settings", output, StringComparison.Ordinal);
        Assert.DoesNotContain(".lock.json", output, StringComparison.Ordinal);
    }
}
