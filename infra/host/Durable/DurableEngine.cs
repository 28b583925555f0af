namespace Sakip.Host.Durable;

/// <summary>Runs durable orchestrations over one SQLite file, from one start to one stop. What it has acknowledged
/// survives a crash at any point; activities run at least once.</summary>
internal sealed partial class DurableEngine : IAsyncDisposable
{
    /// <summary>How long a turn or activity rests, in the machine's time, after its worker went away.</summary>
    private static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(50),
        LongestRest = TimeSpan.FromSeconds(2);

    private readonly WorkGate inFlight = new();
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Activities activities;
    private readonly TimerQueue timers;
    private readonly CancellationTokenSource draining = new(),
        stopping = new();
    private readonly TaskCompletionSource faulted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentBag<StoreReader> readers = [];
    private FileStream? ownership;
    private Committer? committer;
    private DurableFunctions? functions;
    private volatile bool stopped;

    public DurableEngine(EngineOptions options, TimeProvider clock, WorkGate gate, ILoggerFactory loggers)
    {
        (Options, this.clock, Gate) = (options, clock, gate);
        logger = loggers.CreateLogger<DurableEngine>();
        Schedule =
            options.Schedule
            ?? (work => ThreadPool.UnsafeQueueUserWorkItem(static work => work(), work, preferLocal: false));
        Instances = new Instances(Enter, new TurnRunner(this, logger).Add, options.CacheBytes);
        timers = new TimerQueue(clock, gate, Instances.Deliver);
        activities = new Activities(this);
    }

    public EngineOptions Options { get; }

    public WorkGate Gate { get; }

    public Action<Action> Schedule { get; }

    public Instances Instances { get; }

    public InstanceWatch Watch { get; } = new();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Fails when the store has failed: then the engine has stopped and the process should end.</summary>
    public Task Faulted => faulted.Task;

    public DurableEngine Running => !stopped && functions is not null ? this : throw NotRunning();

    public DurableFunctions Functions => Running.functions!;

    /// <summary>Opens or creates the store; values can be read and stored, but nothing runs before the start.</summary>
    /// <exception cref="EngineDatabaseException">It is damaged, foreign, of another version or in use.</exception>
    public void Open()
    {
        ownership = EngineDatabase.Own(Options.DatabasePath);
        try
        {
            var writer = new StoreWriter(EngineDatabase.OpenWriter(Options.DatabasePath, Options.EveryCommitToDisk));
            committer = new Committer(writer, Options, Fault);
        }
        catch
        {
            ownership.Dispose();
            throw;
        }
    }

    /// <summary>Opens the store unless that was done, and takes up everything that was under way.</summary>
    public void Start(DurableFunctions durable)
    {
        if (committer is null)
            Open();
        functions = durable;
        using var token = Enter();
        var (messages, calls, waits) = Read(reader => (reader.Messages(), reader.Activities(), reader.Timers()));
        Instances.Deliver(messages);
        Publish(calls, waits);
        LogResumed(messages.Count, calls.Count, waits.Count);
    }

    public void Publish(IEnumerable<PendingActivity> calls, IEnumerable<PendingTimer> waits)
    {
        activities.Add(calls);
        timers.Add(waits);
    }

    public T Read<T>(Func<StoreReader, T> read)
    {
        if (stopped || committer is null)
            throw NotRunning();
        if (!readers.TryTake(out var reader))
            reader = new StoreReader(EngineDatabase.OpenReader(Options.DatabasePath));
        try
        {
            return read(reader);
        }
        finally
        {
            if (stopped)
                reader.Dispose();
            else
                readers.Add(reader);
        }
    }

    /// <summary>Writes with the next commit and then does what the writing gave back.</summary>
    public void Submit(string name, Func<StoreWriter, Action> write, Action<Exception> abort) =>
        (committer ?? throw NotRunning()).Submit(new CommitPart(name, write, abort, Enter()));

    /// <summary>Writes with the next commit; the result is known when it is durable.</summary>
    public Task<T> SubmitAsync<T>(string name, Func<StoreWriter, (T Result, Action? Effect)> write)
    {
        // A simulation has only one thread; elsewhere a caller must not go on in the thread of the commits.
        var done = new TaskCompletionSource<T>(
            Options.Schedule is null ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None
        );
        Submit(
            name,
            writer =>
            {
                var (result, effect) = write(writer);
                effect += () => done.TrySetResult(result);
                return effect;
            },
            exception =>
                done.TrySetException(
                    new InvalidOperationException(
                        "The engine has stopped; whether this was stored is not known.",
                        exception
                    )
                )
        );
        return done.Task;
    }

    public WorkToken Begin(WorkToken queued) => inFlight.Enter(queued);

    /// <summary>Lets the worker do it, again when it went away; null when the engine stops before that.</summary>
    public async Task<T?> WithWorkerAsync<T>(Func<IFunctionRunner, CancellationToken, Task<T>> work)
        where T : class
    {
        for (var rest = FirstRest; !stopped; rest = rest < LongestRest ? 2 * rest : rest)
        {
            try
            {
                return await work(Functions.Runner, stopping.Token);
            }
            catch (WorkerGoneException gone)
            {
                LogWorkerGone(gone.Message);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            await RestAsync(rest);
            if (draining.IsCancellationRequested)
                break;
        }
        return null;
    }

    /// <summary>Ends the run: what is durable is taken up by the next one.</summary>
    public void Fault(Exception exception)
    {
        if (stopped || !faulted.TrySetException(exception))
            return;
        _ = faulted.Task.Exception;
        LogFaulted(exception);
        BeginNothing();
        committer!.Stop(exception);
        Watch.Fail(exception);
    }

    private static InvalidOperationException NotRunning() => new("The durable engine is not running.");

    private WorkToken Enter() => inFlight.Enter(Gate.Enter());

    private Task RestAsync(TimeSpan rest)
    {
        if (Options.Schedule is null)
            return Task.Delay(rest, draining.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        var rested = new TaskCompletionSource();
        Options.Schedule(rested.SetResult);
        return rested.Task;
    }

    [LoggerMessage(
        EventIds.EngineResumed,
        LogLevel.Information,
        "Durable engine started; resumed {Messages} messages, {Activities} activities, {Timers} timers"
    )]
    private partial void LogResumed(int messages, int activities, int timers);

    [LoggerMessage(
        EventIds.EngineStoreFailed,
        LogLevel.Critical,
        "The durable engine's store has failed; the engine has stopped"
    )]
    private partial void LogFaulted(Exception exception);

    [LoggerMessage(EventIds.WorkRunsAgain, LogLevel.Warning, "A turn or activity runs again: {Reason}")]
    private partial void LogWorkerGone(string reason);
}
