using System.Text.Json;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Starts;

/// <summary>An app with its own files: no prefix in host.json, values in local.settings.json, keys made here.</summary>
public sealed class OwnFiles : IDisposable
{
    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("sakip-app-");
    private readonly string app;

    public OwnFiles()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Layout.App)!))
            File.Copy(file, PathOf(Path.GetFileName(file)));
        var settings = File.ReadAllText(PathOf("host.json"));
        File.WriteAllText(
            PathOf("host.json"),
            settings.Replace("Prefix\": \"api\"", "Prefix\": \"\"", StringComparison.Ordinal)
        );
        File.WriteAllText(
            PathOf("local.settings.json"),
            """{ "IsEncrypted": false, "Values": { "OnlyHere": "from the file", "SmallHub": "not taken" } }"""
        );
        app = PathOf(Path.GetFileName(Layout.App));
    }

    public void Dispose() => copy.Delete(recursive: true);

    [Fact]
    public async Task The_root_may_be_a_function_s_local_values_become_settings_and_keys_are_made_once()
    {
        await using var running = await RunningApp.StartAsync(
            AppPlan
                .New()
                .OfApp(app)
                .Set("Host__LocalSettings", "true")
                .Set("AzureWebJobsFunctionKey", null)
                .Set("AzureWebJobsMasterKey", null)
        );

        Assert.Equal((200, "root"), await running.GetAsync("/"));
        Assert.Equal((200, "salam"), await running.GetAsync("/text"));
        Assert.Equal((200, "rest api/text"), await running.GetAsync("/api/text"));

        Assert.Equal((200, "from the file"), await running.GetAsync("/settings/OnlyHere"));
        Assert.Equal((200, "small"), await running.GetAsync("/settings/SmallHub"));

        var file = Path.Combine(running.Folder.Data, "keys.json");
        using var keys = JsonDocument.Parse(await File.ReadAllTextAsync(file, Patience.Cancellation));
        var key = keys.RootElement.GetProperty("Function").GetString();
        Assert.Equal((200, "open"), await running.GetAsync($"/locked?code={key}"));
        Assert.Equal(401, (await running.GetAsync("/locked")).Status);
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(Owner, File.GetUnixFileMode(file));
            Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(running.Folder.Data, "engine.db")));
            Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(running.Folder.Data, "engine.db-wal")));
            Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(running.Folder.Data));
        }
    }

    [Fact]
    public async Task Local_values_stay_unread_unless_they_are_asked_for()
    {
        await using var running = await RunningApp.StartAsync(AppPlan.New().OfApp(app));

        Assert.Equal((200, ""), await running.GetAsync("/settings/OnlyHere"));
    }

    [Fact]
    public async Task What_belongs_to_the_host_is_refused_as_a_route()
    {
        var (code, errors) = await RunningApp.RefuseAsync(AppPlan.New().OfApp(app).Set("Fault", "RouteOfTheHost"));

        Assert.NotEqual(0, code);
        Assert.Contains("admin", Assert.Single(errors), StringComparison.Ordinal);
    }

    private string PathOf(string file) => Path.Combine(copy.FullName, file);
}
