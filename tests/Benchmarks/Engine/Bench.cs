using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine;

namespace Sakip.Benchmarks.Engine;

/// <summary>An engine on a fresh file, every commit to disk, and the orchestrations that the benchmarks run.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sakip-bench-");
    private DurableEngine? engine;
    private int? mostInCommit;

    public string DatabasePath => Path.Combine(folder.FullName, "engine.db");

    public DurableTaskClient Client => engine!.Client;

    public DurableEngine Engine => engine!;

    public WorkGate Gate { get; } = new();

    public Stopwatch FirstActivity { get; } = new();

    /// <param name="mostInCommit">How many turns and calls go into one commit at most; the engine's own number if null.</param>
    public static async Task<Bench> StartAsync(int? mostInCommit = null)
    {
        var bench = new Bench { mostInCommit = mostInCommit };
        await bench.RestartAsync();
        return bench;
    }

    public async Task RestartAsync()
    {
        if (engine is not null) await engine.StopAsync(CancellationToken.None);
        var options = new EngineOptions { DatabasePath = DatabasePath };
        if (mostInCommit is { } most) options = new EngineOptions { DatabasePath = DatabasePath, LargestCommit = most };
        engine = new DurableEngine(
            options, TimeProvider.System, Gate, NullLoggerFactory.Instance);
        engine.AddActivity("Work", (_, _) =>
        {
            FirstActivity.Stop();
            return Task.FromResult<object?>(1);
        });
        engine.AddOrchestrator("Sequence", async context =>
        {
            for (var left = context.GetInput<int>(); left > 0; left--)
                await context.CallActivityAsync<int>("Work", left);
            return null;
        });
        engine.AddOrchestrator("FanOut", async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, context.GetInput<int>())
                .Select(number => context.CallActivityAsync<int>("Work", number)));
            return null;
        });
        engine.AddOrchestrator("Timer", async context =>
        {
            await context.CreateTimer(context.GetInput<DateTime>(), CancellationToken.None);
            return null;
        });
        engine.AddOrchestrator("Event", async context => await context.WaitForExternalEvent<int>("Go"));
        await engine.StartAsync(CancellationToken.None);
    }

    public Task<string> ScheduleAsync(string name, object? input = null, string? instanceId = null)
        => Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(instanceId));

    public async Task<TimeSpan> RunAsync(string name, object? input = null)
    {
        var watch = Stopwatch.StartNew();
        await Client.WaitForInstanceCompletionAsync(await ScheduleAsync(name, input));
        return watch.Elapsed;
    }

    /// <summary>The size of the database with everything that is not folded in yet, in bytes.</summary>
    public long Size() => folder.GetFiles("engine.db*").Sum(file => file.Length);

    public async ValueTask DisposeAsync()
    {
        await engine!.StopAsync(CancellationToken.None);
        folder.Delete(recursive: true);
    }
}
