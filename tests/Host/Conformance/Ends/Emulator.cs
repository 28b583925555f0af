using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Sakip.Host.Start;
using Sakip.Host.Storage;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Ends;

/// <summary>The storage emulator, which the host starts where no storage is configured.</summary>
public sealed class Emulator : IDisposable
{
    private readonly AppFolder folder = AppFolder.New();

    public void Dispose()
    {
        // What a failed test has left running.
        foreach (var process in Processes.About(folder.Data))
            Processes.Kill(process);
        folder.Dispose();
    }

    [Fact]
    public async Task It_is_up_before_the_app_is_taken_over_after_a_kill_and_ends_with_an_orderly_stop()
    {
        string address;
        int first;
        await using (var killed = await StartAsync())
        {
            address = (await killed.GetAsync("/api/settings/AzureWebJobsStorage")).Body;
            first = ProcessOf();
            await killed.KillAsync();
        }

        Assert.Contains("TableEndpoint=http://127.0.0.1:", address, StringComparison.Ordinal);
        Assert.True(Processes.IsRunning(first), "It went with the app.");
        await using var next = await StartAsync();
        Assert.Equal(first, ProcessOf());
        Assert.Equal(address, (await next.GetAsync("/api/settings/AzureWebJobsStorage")).Body);
        Assert.Equal(0, await next.StopAsync());
        await Patience.UntilAsync(() => !Processes.IsRunning(first), () => "The emulator lives on.");
    }

    [Fact]
    public async Task One_that_dies_is_started_again_at_the_same_address()
    {
        await using var app = await StartAsync();
        var first = ProcessOf();

        Processes.Kill(first);
        await Patience.UntilAsync(() => ProcessOf() is var now && now != first && now != 0, () => "It stays dead.");

        Assert.Equal((200, "salam"), await app.GetAsync("/api/text"));
        Assert.Equal(0, await app.StopAsync());
    }

    [Fact]
    public async Task It_ends_while_somebody_keeps_a_connection_to_it()
    {
        var storage = new Azurite(new ConfigurationBuilder().Build(), new DataFolder(folder.Data));
        await storage.StartAsync(Patience.Cancellation);
        var table = new Uri(storage.ConnectionString.Split("TableEndpoint=")[1].TrimEnd(';'));
        // As those are that a pool has opened in advance: no request has come by it.
        using var kept = new TcpClient();
        await kept.ConnectAsync(table.Host, table.Port, Patience.Cancellation);

        await storage.StopAsync(Patience.Cancellation);

        Assert.False(storage.IsRunning);
    }

    [Fact]
    public async Task A_process_that_is_not_ours_is_left_alone()
    {
        using var other = Process.Start("sleep", "600");
        Directory.CreateDirectory(Path.Combine(folder.Data, "azurite"));
        await File.WriteAllTextAsync(
            StatePath,
            $$"""
            {
              "Account":"sakip","Key":"{{Convert.ToBase64String(new byte[64])}}",
              "BlobPort":0,"QueuePort":0,"TablePort":0,"Process":{{other.Id}}
            }
            """,
            Patience.Cancellation
        );

        try
        {
            await using var app = await StartAsync();
            Assert.NotEqual(other.Id, ProcessOf());
            await app.StopAsync();
            Assert.True(Processes.IsRunning(other.Id));
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public async Task Where_it_is_not_installed_one_line_says_what_to_do()
    {
        var (code, errors) = await RunningApp.RefuseAsync(Plan().Set("Host__AzuritePath", folder.Current), false);

        Assert.NotEqual(0, code);
        Assert.Contains("npm ci", Assert.Single(errors), StringComparison.Ordinal);
    }

    private string StatePath => Path.Combine(folder.Data, "azurite", "process.json");

    private AppPlan Plan() => AppPlan.In(folder).Set("AzureWebJobsStorage", null);

    private Task<RunningApp> StartAsync() => RunningApp.StartAsync(Plan(), ownsFolder: false);

    // It is written aside and renamed: a reader finds the old or the new one.
    private int ProcessOf()
    {
        using var state = JsonDocument.Parse(File.ReadAllText(StatePath));
        return state.RootElement.GetProperty("Process").GetInt32();
    }
}
