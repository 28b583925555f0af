using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Engine.History;

namespace Sakip.Tests.Embedded.Engine;

/// <summary>A small world for one behaviour: an engine on its own file and a clock that the test moves.</summary>
internal sealed class World : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sakip-engine-");
    private readonly Dictionary<string, OrchestratorInvoker> orchestrators = [];
    private readonly Dictionary<string, ActivityInvoker> activities = [];
    private readonly ReplayCheck replays = new();
    private DurableEngine? engine;

    public string DatabasePath => Path.Combine(folder.FullName, "engine.db");

    public FakeTimeProvider Clock { get; } = new(Start);

    public WorkGate Gate { get; private set; } = new();

    public LogList Log { get; } = new();

    public CommitWatch? OnCommit { get; set; }

    /// <summary>False where the orchestrator itself is not deterministic, which the test is about.</summary>
    public bool ChecksReplays { get; init; } = true;

    public long CacheBytes { get; set; } = 64 * 1024 * 1024;

    public DurableEngine Engine => engine ?? throw new InvalidOperationException("Start the world first.");

    public DurableTaskClient Client => Engine.Client;

    public World Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> run)
    {
        orchestrators[name] = async context => await run(context);
        return this;
    }

    public World Orchestrator(string name, Func<TaskOrchestrationContext, Task> run)
        => Orchestrator<object?>(name, async context =>
        {
            await run(context);
            return null;
        });

    public World Activity(string name, Func<string?, object?> run)
    {
        activities[name] = (call, _) => Task.FromResult(run(call.Input));
        return this;
    }

    public World ActivityCalled(string name, Func<ActivityCall, CancellationToken, Task<object?>> run)
    {
        activities[name] = (call, stopping) => run(call, stopping);
        return this;
    }

    /// <summary>Starts the engine; over the same file when it was stopped before.</summary>
    public async Task<World> StartAsync()
    {
        Gate = new WorkGate();
        var loggers = LoggerFactory.Create(builder => builder.AddProvider(Log));
        var options = new EngineOptions
        {
            DatabasePath = DatabasePath,
            CacheBytes = CacheBytes,
            OnCommit = (moment, writes) => OnCommit?.Invoke(moment, writes),
            OnTurn = ChecksReplays ? replays.Check : null,
        };
        engine = new DurableEngine(options, Clock, Gate, loggers);
        foreach (var (name, invoker) in orchestrators) engine.AddOrchestrator(name, invoker);
        foreach (var (name, invoker) in activities) engine.AddActivity(name, invoker);
        await engine.StartAsync(CancellationToken.None);
        return this;
    }

    /// <summary>Throws the engine away as a crash would, and starts another over the same file.</summary>
    public async Task CrashAsync()
    {
        await Engine.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Starts an instance and lets it go as far as it comes without anybody's doing.</summary>
    public async Task<string> BeginAsync(string name, object? input = null, string instanceId = "probe-1")
    {
        await Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(instanceId));
        await IdleAsync();
        return instanceId;
    }

    /// <summary>Starts an instance and gives back how it stands when nothing happens any more.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, string instanceId = "probe-1")
        => await StateAsync(await BeginAsync(name, input, instanceId));

    public async Task RaiseAsync(string eventName, object? payload = null, string instanceId = "probe-1")
    {
        await Client.RaiseEventAsync(instanceId, eventName, payload);
        await IdleAsync();
    }

    public async Task<OrchestrationMetadata> StateAsync(string instanceId = "probe-1")
        => (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true))!;

    public async Task AdvanceAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await IdleAsync();
    }

    /// <summary>Waits until nothing is queued or running.</summary>
    public async Task IdleAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Gate.WhenIdleAsync(limit.Token);
        replays.ThrowIfDifferent();
    }

    /// <summary>Puts messages into the store at once, to be heard together after the next start.</summary>
    public void StoreTogether(string instanceId, params HistoryEvent[] messages)
        => Engine.Running.SubmitAsync<bool>("nothing", writer =>
        {
            var number = writer.Find(instanceId)!.Number;
            foreach (var message in messages) writer.Send(number, instanceId, null, message);
            return (true, () => { });
        }).GetAwaiter().GetResult();

    public IReadOnlyList<HistoryEvent> History(string instanceId = "probe-1") => Engine.Running.Readers.Read(
        reader => reader.Instance(instanceId) is { } row ? reader.History(row.Number) : []);

    /// <summary>The history in short: letters for what was asked for, with ids.</summary>
    public string Outline(string instanceId = "probe-1") => string.Join(' ', History(instanceId)
        .OfType<ActionEvent>()
        .Select(action => action switch
        {
            TaskScheduled task => $"{task.Name}{task.Id}",
            TimerCreated timer => $"T{timer.Id}",
            SubOrchestrationInstanceCreated sub => $"{sub.Name}{sub.Id}",
            EventSent sent => $"{sent.Name}!{sent.Id}",
            ExecutionCompleted end => $"{end.Status}{end.Id}",
            _ => action.ToString(),
        }));

    public async ValueTask DisposeAsync()
    {
        if (engine is not null) await engine.DisposeAsync();
        folder.Delete(recursive: true);
        replays.ThrowIfDifferent();
    }
}
