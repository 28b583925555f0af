using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Sakip.Embedded.Hosting;
using Sakip.Embedded.Hosting.Storage;

namespace Sakip.Tests.Embedded.Hosting;

public sealed class AzuriteTests
{
    private static readonly string[] NoStorage = [];

    [Fact]
    public async Task The_emulator_starts_with_the_app_is_taken_over_after_a_kill_and_ends_with_an_orderly_stop()
    {
        var folder = World.NewFolder();
        var killed = Emulator(folder);
        await killed.StartAsync(TestContext.Current.CancellationToken);
        var first = ProcessOf(folder);

        // A kill of the app is that nobody stops the emulator.
        var next = Emulator(folder);
        await next.StartAsync(TestContext.Current.CancellationToken);
        var second = ProcessOf(folder);
        await next.StopAsync();

        Assert.Equal(first, second);
        Assert.Equal(killed.ConnectionString, next.ConnectionString);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(first));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_emulator_that_still_writes_when_its_app_is_gone_is_waited_for_by_the_next_start()
    {
        var folder = World.NewFolder();
        var stopped = Emulator(folder);
        await stopped.StartAsync(TestContext.Current.CancellationToken);
        var first = ProcessOf(folder);

        await stopped.StopWithinAsync(new CancellationToken(canceled: true));
        var next = Emulator(folder);
        await next.StartAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(first, ProcessOf(folder));
        Assert.Equal(stopped.ConnectionString, next.ConnectionString);
        await next.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_process_that_is_not_ours_is_left_alone()
    {
        var folder = World.NewFolder();
        var azurite = Emulator(folder);
        var state = AzuriteState.Read(Path.Combine(folder, "azurite")) with { Process = Environment.ProcessId };
        state.Write(Path.Combine(folder, "azurite"));

        await azurite.StopAsync();
        await Emulator(folder).StopAsync();

        using var me = Process.GetCurrentProcess();
        Assert.False(me.HasExited);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_app_finds_the_emulator_s_address_in_its_settings()
    {
        await using var world = await World.Of(typeof(Ask)).Set("AzureWebJobsStorage", "configured").StartAsync();

        Assert.Equal((200, "configured"), await world.GetAsync("/ask"));
        Assert.False(Azurite.IsReplaced(new ConfigurationBuilder().AddCommandLine(NoStorage).Build()));
    }

    [Fact]
    public async Task Where_Azurite_is_not_installed_one_line_says_what_to_do()
    {
        var folder = World.NewFolder();
        var azurite = Emulator(folder, folder);

        var refused = await Assert.ThrowsAsync<StartupRefusedException>(
            () => azurite.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("npm ci", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static Azurite Emulator(string folder, string? modules = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Embedded:Data"] = folder,
            ["Embedded:AzuritePath"] = modules,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new Azurite(configuration, new DataFolder(configuration));
    }

    private static int ProcessOf(string folder) =>
        JsonSerializer
            .Deserialize<AzuriteState>(File.ReadAllText(Path.Combine(folder, "azurite", "process.json")))!
            .Process;

    public sealed class Ask(IConfiguration configuration)
    {
        [Function("Ask")]
        public string Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            configuration["AzureWebJobsStorage"]!;
    }
}
