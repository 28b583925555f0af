using Microsoft.Extensions.Logging;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine.Execution;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>The engine from one start to one stop: its open store and everything that works on it.</summary>
internal sealed partial class EngineRun : IDisposable
{
    private readonly WorkGate gate;
    private readonly WorkGate inFlight = new();
    private readonly ILogger logger;
    private readonly FileStream ownership;
    private readonly StoreWriter writer;
    private readonly Committer committer;
    private readonly IDispatcher dispatcher;
    private readonly TaskCompletionSource faulted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool stopped;

    public EngineRun(
        EngineOptions options,
        TimeProvider clock,
        WorkGate gate,
        ILoggerFactory loggers,
        IReadOnlyDictionary<string, OrchestratorInvoker> orchestrators,
        IReadOnlyDictionary<string, ActivityInvoker> activities)
    {
        Options = options;
        Clock = clock;
        this.gate = gate;
        logger = loggers.CreateLogger<DurableEngine>();
        ownership = EngineDatabase.Own(options.DatabasePath);
        try
        {
            writer = new StoreWriter(EngineDatabase.OpenWriter(options.DatabasePath, options.EveryCommitToDisk));
        }
        catch
        {
            ownership.Dispose();
            throw;
        }
        dispatcher = options.Dispatcher ?? new ThreadDispatcher();
        Readers = new ReaderPool(options.DatabasePath);
        committer = new Committer(writer, dispatcher, options.LargestCommit, options.OnCommit, Fault);
        var settings = new ExecutionSettings(
            options.Converter, options.MaximumTimerInterval, loggers, name => orchestrators.GetValueOrDefault(name));
        var turns = new TurnRunner(this, settings, logger);
        Instances = new InstanceTable(
            Enter, instance => dispatcher.Turn(() => turns.Run(instance)), options.CacheBytes);
        Timers = new TimerQueue(clock, gate.Enter, Instances.Deliver);
        Activities = new ActivityPump(
            activities, options.Converter, options.MaximumConcurrentActivities, dispatcher, gate, inFlight,
            Instances.Deliver);
    }

    public EngineOptions Options { get; }

    public TimeProvider Clock { get; }

    public ReaderPool Readers { get; }

    public InstanceTable Instances { get; }

    public TimerQueue Timers { get; }

    public ActivityPump Activities { get; }

    public InstanceWatch Watch { get; } = new();

    public Task Faulted => faulted.Task;

    public static string NewExecutionId() => Guid.NewGuid().ToString("N");

    /// <summary>Takes up everything that was under way when the engine last stopped, however it stopped.</summary>
    public void Resume()
    {
        using var token = Enter();
        var (messages, activities, timers) = Readers.Read(
            reader => (reader.Messages(), reader.Activities(), reader.Timers()));
        Instances.DeliverAll(messages);
        Activities.Add(activities);
        Timers.Add(timers);
        LogResumed(messages.Count, activities.Count, timers.Count);
    }

    /// <summary>Writes with the next commit and then does what the writing gave back.</summary>
    public void Submit(string name, Func<StoreWriter, Action> write, Action<Exception> abort)
        => committer.Submit(new CommitPart(name, write, abort, Enter()));

    /// <summary>Writes with the next commit; the result is known when it is durable.</summary>
    public Task<T> SubmitAsync<T>(string name, Func<StoreWriter, (T Result, Action Effect)> write)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Submit(
            name,
            writer =>
            {
                var (result, effect) = write(writer);
                return () =>
                {
                    effect();
                    done.TrySetResult(result);
                };
            },
            exception => done.TrySetException(new InvalidOperationException(
                "The engine has stopped; whether this was stored is not known.", exception)));
        return done.Task;
    }

    /// <summary>Ends the run: what is durable is taken up by the next one.</summary>
    public void Fault(Exception exception)
    {
        if (stopped) return;
        if (!faulted.TrySetException(exception)) return;
        _ = faulted.Task.Exception;
        LogFaulted(exception);
        Timers.Dispose();
        Activities.Stop();
        committer.Stop(exception);
        Watch.Fail(exception);
    }

    /// <summary>Finishes the turns and activities that run, as long as the token allows.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        Timers.Dispose();
        Activities.Stop();
        try
        {
            if (!Faulted.IsCompleted) await Task.WhenAny(inFlight.WhenIdleAsync(ct), Faulted).Unwrap();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            LogCutOff(inFlight.Running);
        }
        catch (Exception) when (Faulted.IsFaulted)
        {
            // It has been logged; stopping is all that is left to do.
        }
        Dispose();
    }

    /// <summary>Ends at once, as a crash would: what is not committed is lost.</summary>
    public void Dispose()
    {
        if (stopped) return;
        stopped = true;
        Timers.Dispose();
        Activities.Stop();
        Activities.Cancel();
        committer.Stop(new InvalidOperationException("The engine has stopped."));
        dispatcher.Dispose();
        // The last to close folds the write-ahead log into the file, which a reader cannot.
        Readers.Dispose();
        writer.Dispose();
        Watch.Fail(new InvalidOperationException("The engine has stopped."));
        ownership.Dispose();
    }

    private WorkToken Enter() => inFlight.Enter(gate.Enter());

    [LoggerMessage(703, LogLevel.Information,
        "Durable engine started; resumed {Messages} messages, {Activities} activities, {Timers} timers")]
    private partial void LogResumed(int messages, int activities, int timers);

    [LoggerMessage(704, LogLevel.Critical, "The durable engine's store has failed; the engine has stopped")]
    private partial void LogFaulted(Exception exception);

    [LoggerMessage(705, LogLevel.Warning,
        "{Count} turns or activities did not end in time; they run again after the next start")]
    private partial void LogCutOff(int count);

    [LoggerMessage(706, LogLevel.Warning,
        "{InstanceId} calls sub-orchestration {SubInstanceId}, which is running already: the call gets no answer")]
    public partial void LogSubOrchestrationExists(string instanceId, string subInstanceId);
}
