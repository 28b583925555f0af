namespace Sakip.Host.Durable;

/// <summary>Runs durable orchestrations over one SQLite file, from one start to one stop. What it has acknowledged
/// survives a crash at any point; activities run at least once.</summary>
internal sealed partial class DurableEngine : IAsyncDisposable
{
    /// <summary>How long a turn or activity rests, in the machine's time, after its worker went away.</summary>
    private static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(50),
        LongestRest = TimeSpan.FromSeconds(2);

    private readonly WorkGate _inFlight = new();
    private readonly ILogger _logger;
    private readonly Activities _activities;
    private readonly TimerQueue _timers;
    private readonly CancellationTokenSource _draining = new(),
        _stopping = new();
    private readonly TaskCompletionSource _faulted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentBag<StoreReader> _readers = [];
    private FileStream? _ownership;
    private Committer? _committer;
    private DurableFunctions? _functions;
    private volatile bool _stopped;

    public DurableEngine(EngineOptions options, TimeProvider clock, WorkGate gate, ILoggerFactory loggers)
    {
        (Options, Clock, Gate) = (options, clock, gate);
        _logger = loggers.CreateLogger<DurableEngine>();
        Schedule =
            options.Schedule
            ?? (work => ThreadPool.UnsafeQueueUserWorkItem(static work => work(), work, preferLocal: false));
        Instances = new Instances(Enter, new TurnRunner(this, _logger).Add, options.CacheBytes);
        _timers = new TimerQueue(clock, gate, Instances.Deliver);
        _activities = new Activities(this);
    }

    public EngineOptions Options { get; }

    public TimeProvider Clock { get; }

    public WorkGate Gate { get; }

    public Action<Action> Schedule { get; }

    public Instances Instances { get; }

    public InstanceWatch Watch { get; } = new();

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Fails when the store has failed: then the engine has stopped and the process should end.</summary>
    public Task Faulted => _faulted.Task;

    public DurableEngine Running => !_stopped && _functions is not null ? this : throw NotRunning();

    public DurableFunctions Functions => Running._functions!;

    /// <summary>Opens or creates the store; values can be read and stored, but nothing runs before the start.</summary>
    /// <exception cref="EngineDatabaseException">It is damaged, foreign, of another version or in use.</exception>
    public void Open()
    {
        _ownership = EngineDatabase.Own(Options.DatabasePath);
        try
        {
            var writer = new StoreWriter(EngineDatabase.OpenWriter(Options.DatabasePath, Options.EveryCommitToDisk));
            _committer = new Committer(writer, Options, Fault);
        }
        catch
        {
            _ownership.Dispose();
            throw;
        }
    }

    /// <summary>Opens the store unless that was done, and takes up everything that was under way.</summary>
    public void Start(DurableFunctions durable)
    {
        if (_committer is null)
            Open();
        _functions = durable;
        using var token = Enter();
        var (messages, calls, waits) = Read(reader => (reader.Messages(), reader.Activities(), reader.Timers()));
        Instances.Deliver(messages);
        Publish(calls, waits);
        LogResumed(messages.Count, calls.Count, waits.Count);
    }

    public void Publish(IEnumerable<PendingActivity> calls, IEnumerable<PendingTimer> waits)
    {
        _activities.Add(calls);
        _timers.Add(waits);
    }

    public T Read<T>(Func<StoreReader, T> read)
    {
        if (_stopped || _committer is null)
            throw NotRunning();
        if (!_readers.TryTake(out var reader))
            reader = new StoreReader(EngineDatabase.OpenReader(Options.DatabasePath));
        try
        {
            return read(reader);
        }
        finally
        {
            if (_stopped)
                reader.Dispose();
            else
                _readers.Add(reader);
        }
    }

    /// <summary>Writes with the next commit and then does what the writing gave back.</summary>
    public void Submit(string name, Func<StoreWriter, Action> write, Action<Exception> abort) =>
        (_committer ?? throw NotRunning()).Submit(new CommitPart(name, write, abort, Enter()));

    /// <summary>Writes with the next commit; the result is known when it is durable.</summary>
    public Task<T> SubmitAsync<T>(string name, Func<StoreWriter, (T Result, Action? Effect)> write)
    {
        const string Unknown = "The engine has stopped; whether this was stored is not known.";
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
            failure => done.TrySetException(new InvalidOperationException(Unknown, failure))
        );
        return done.Task;
    }

    public WorkToken Begin(WorkToken queued) => _inFlight.Enter(queued);

    /// <summary>Lets the worker do it, again when it went away; null when the engine stops before that.</summary>
    public async Task<T?> WithWorkerAsync<T>(Func<IFunctionRunner, CancellationToken, Task<T>> work)
        where T : class
    {
        for (var rest = FirstRest; !_stopped; rest = rest < LongestRest ? 2 * rest : rest)
        {
            try
            {
                return await work(Functions.Runner, _stopping.Token);
            }
            catch (WorkerGoneException gone)
            {
                LogWorkerGone(gone.Message);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                break;
            }
            await RestAsync(rest);
            if (_draining.IsCancellationRequested)
                break;
        }
        return null;
    }

    /// <summary>Ends the run: what is durable is taken up by the next one.</summary>
    public void Fault(Exception exception)
    {
        if (_stopped || !_faulted.TrySetException(exception))
            return;
        _ = _faulted.Task.Exception;
        LogFaulted(exception);
        BeginNothing();
        _committer!.Stop(exception);
        Watch.Fail(exception);
    }

    private static InvalidOperationException NotRunning() => new("The durable engine is not running.");

    private WorkToken Enter() => _inFlight.Enter(Gate.Enter());

    private Task RestAsync(TimeSpan rest)
    {
        if (Options.Schedule is null)
            return Task.Delay(rest, _draining.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        var rested = new TaskCompletionSource();
        Options.Schedule(rested.SetResult);
        return rested.Task;
    }

    [LoggerMessage(EventIds.Resumed, LogLevel.Information, "Resumes {Messages} messages, {Calls} calls, {Waits} waits")]
    private partial void LogResumed(int messages, int calls, int waits);

    [LoggerMessage(EventIds.StoreFailed, LogLevel.Critical, "The engine's store has failed; the engine has stopped")]
    private partial void LogFaulted(Exception exception);

    [LoggerMessage(EventIds.WorkRunsAgain, LogLevel.Warning, "A turn or activity runs again: {Reason}")]
    private partial void LogWorkerGone(string reason);
}
