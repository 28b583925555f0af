using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Sakip.Host.Clock;
using Sakip.Host.Durable;
using Sakip.Tests.Host.Durable.Sdk;

namespace Sakip.Benchmarks.Engine;

/// <summary>An engine on a fresh file, every commit to disk, and the orchestrations that the benchmarks run.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sakip-bench-");
    private DurableEngine? engine;

    public string DatabasePath => Path.Combine(folder.FullName, "engine.db");

    public DurableTaskClient Client { get; private set; } = null!;

    /// <summary>The orchestrators, as the official SDK runs them in this process.</summary>
    public SdkOrchestrators Orchestrators { get; } =
        new(
            new Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>>
            {
                ["Sequence"] = async context =>
                {
                    for (var left = context.GetInput<int>(); left > 0; left--)
                        await context.CallActivityAsync<int>("Work", left);
                    return null;
                },
                ["FanOut"] = async context =>
                {
                    await Task.WhenAll(
                        Enumerable
                            .Range(0, context.GetInput<int>())
                            .Select(number => context.CallActivityAsync<int>("Work", number))
                    );
                    return null;
                },
                ["Timer"] = async context =>
                {
                    await context.CreateTimer(context.GetInput<DateTime>(), CancellationToken.None);
                    return null;
                },
                ["Event"] = async context => await context.WaitForExternalEvent<int>("Go"),
            }
        );

    public DurableEngine Engine => engine!;

    public WorkGate Gate { get; } = new();

    public Stopwatch FirstActivity { get; } = new();

    public static async Task<Bench> StartAsync()
    {
        var bench = new Bench();
        await bench.RestartAsync();
        return bench;
    }

    public async Task RestartAsync()
    {
        if (engine is not null)
            await engine.StopAsync(CancellationToken.None);
        var options = new EngineOptions { DatabasePath = DatabasePath };
        engine = new DurableEngine(options, TimeProvider.System, Gate, NullLoggerFactory.Instance);
        Client = DirectCalls.Client(new TaskHubService(engine));
        var runner = new SdkRunner(
            Orchestrators,
            new Dictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>>
            {
                ["Work"] = (_, _) =>
                {
                    FirstActivity.Stop();
                    return Task.FromResult<object?>(1);
                },
            }
        );
        engine.Start(runner.Functions);
    }

    public Task<string> ScheduleAsync(string name, object? input = null, string? instanceId = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(instanceId));

    public async Task<TimeSpan> RunAsync(string name, object? input = null)
    {
        var watch = Stopwatch.StartNew();
        await Client.WaitForInstanceCompletionAsync(await ScheduleAsync(name, input));
        return watch.Elapsed;
    }

    /// <summary>The size of the database with everything that is not folded in yet, in bytes.</summary>
    public long Size() => folder.GetFiles("engine.db*").Sum(file => file.Length);

    /// <summary>Leaves the file to others, until it is begun again.</summary>
    public async Task StopAsync()
    {
        await engine!.StopAsync(CancellationToken.None);
        engine = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
            await StopAsync();
        Orchestrators.Dispose();
        folder.Delete(recursive: true);
    }
}
