using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Protobuf;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Sakip.Host.Clock;
using Sakip.Host.Durable;
using Sakip.Host.Durable.Store;
using Sakip.Tests.Host.Durable.Sdk;
using Kind = Microsoft.DurableTask.Protobuf.HistoryEvent.EventTypeOneofCase;
using TaskFailureDetails = Microsoft.DurableTask.Protobuf.TaskFailureDetails;

namespace Sakip.Tests.Host.Durable;

/// <summary>A small world for one behaviour: an engine on its own file and a clock that the test moves.</summary>
internal sealed class World : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sakip-engine-");
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Dictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>> activities = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly ConcurrentQueue<string> differences = [];
    private DurableEngine? engine;
    private DurableTaskClient? client;

    public string DatabasePath => Path.Combine(folder.FullName, "engine.db");

    public FakeTimeProvider Clock { get; } = new(Start);

    public WorkGate Gate { get; private set; } = new();

    public LogList Log { get; } = new();

    public Action<bool, IReadOnlyList<string>>? OnCommit { get; set; }

    /// <summary>False where the orchestrator itself is not deterministic, which the test is about.</summary>
    public bool ChecksReplays { get; init; } = true;

    public long CacheBytes { get; set; } = 64 * 1024 * 1024;

    public DurableEngine Engine => engine ?? throw new InvalidOperationException("Start the world first.");

    public DurableTaskClient Client => client ?? throw new InvalidOperationException("Start the world first.");

    /// <summary>Stands between the engine and the functions.</summary>
    public Func<IFunctionRunner, IFunctionRunner> Between { get; set; } = runner => runner;

    public int SessionSeconds { get; set; }

    public bool ThrowsOnRaiseEvent { get; set; } = true;

    public World Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> run)
    {
        orchestrators[name] = async context => await run(context);
        return this;
    }

    public World Orchestrator(string name, Func<TaskOrchestrationContext, Task> run) =>
        Orchestrator<object?>(
            name,
            async context =>
            {
                await run(context);
                return null;
            }
        );

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
    public Task<World> StartAsync()
    {
        Gate = new WorkGate();
        var loggers = LoggerFactory.Create(builder => builder.AddProvider(Log));
        var functions = new SdkOrchestrators(orchestrators, loggers: loggers);
        var options = new EngineOptions
        {
            DatabasePath = DatabasePath,
            CacheBytes = CacheBytes,
            ExtendedSessionIdleSeconds = SessionSeconds,
            ThrowsOnRaiseEvent = ThrowsOnRaiseEvent,
            OnCommit = (hasEffect, writes) => OnCommit?.Invoke(hasEffect, writes),
        };
        engine = new DurableEngine(options, Clock, Gate, loggers);
        IFunctionRunner runner = new SdkRunner(functions, activities);
        if (ChecksReplays)
            runner = new ReplayCheck(runner, engine, new SdkOrchestrators(orchestrators), differences);
        client = DirectCalls.Client(new TaskHubService(engine));
        var names = activities.Keys.ToHashSet(activities.Comparer);
        engine.Start(new DurableFunctions(Between(runner), functions.Names, names));
        return Task.FromResult(this);
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
    public async Task<OrchestrationMetadata> RunAsync(
        string name,
        object? input = null,
        string instanceId = "probe-1"
    ) => await StateAsync(await BeginAsync(name, input, instanceId));

    public async Task RaiseAsync(string eventName, object? payload = null, string instanceId = "probe-1")
    {
        await Client.RaiseEventAsync(instanceId, eventName, payload);
        await IdleAsync();
    }

    public async Task<OrchestrationMetadata> StateAsync(string instanceId = "probe-1") =>
        (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true))!;

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
        Assert.Empty(differences);
    }

    /// <summary>Puts messages into the store at once, to be heard together after the next start.</summary>
    public void StoreTogether(string instanceId, params HistoryEvent[] messages) =>
        Engine
            .SubmitAsync<bool>(
                "nothing",
                writer =>
                {
                    var number = writer.Find(instanceId)!.Number;
                    foreach (var message in messages)
                        writer.Send(number, new Message(instanceId, null, message));
                    return (true, null);
                }
            )
            .GetAwaiter()
            .GetResult();

    /// <summary>An event as it waits in the store or stands in a history.</summary>
    public static HistoryEvent Raised(string name, string? input) => Events.Raised(Start.UtcDateTime, name, input);

    public static HistoryEvent Event(Action<HistoryEvent> fill) => Events.New(Start.UtcDateTime, fill);

    public IReadOnlyList<HistoryEvent> History(string instanceId = "probe-1") =>
        Engine.Read(reader => reader.Instance(instanceId) is { } row ? reader.History(row.Number) : []);

    /// <summary>All events of one kind.</summary>
    public IReadOnlyList<T> History<T>(Func<HistoryEvent, T?> kind, string instanceId = "probe-1")
        where T : class => [.. History(instanceId).Select(kind).OfType<T>()];

    /// <summary>Why the instance failed, as its history has it: clients only see a text.</summary>
    public TaskFailureDetails Failure(string instanceId = "probe-1") =>
        History(happened => happened.ExecutionCompleted, instanceId).Single().FailureDetails;

    /// <summary>The history in short: letters for what was asked for, with ids.</summary>
    public string Outline(string instanceId = "probe-1") =>
        string.Join(
            ' ',
            History(instanceId)
                .Select(action =>
                    action.EventTypeCase switch
                    {
                        Kind.TaskScheduled => $"{action.TaskScheduled.Name}{action.EventId}",
                        Kind.TimerCreated => $"T{action.EventId}",
                        Kind.SubOrchestrationInstanceCreated =>
                            $"{action.SubOrchestrationInstanceCreated.Name}{action.EventId}",
                        Kind.EventSent => $"{action.EventSent.Name}!{action.EventId}",
                        Kind.ExecutionCompleted => $"{action.ExecutionCompleted.OrchestrationStatus}{action.EventId}",
                        _ => "",
                    }
                )
                .Where(text => text.Length > 0)
        );

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
            await engine.DisposeAsync();
        folder.Delete(recursive: true);
        Assert.Empty(differences);
    }
}
