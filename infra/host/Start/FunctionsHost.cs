namespace Sakip.Host.Start;

/// <summary>The whole host, in the order in which it comes up: data folder, engine, storage emulator, the port
/// for workers, and, once the first has loaded the functions, timers and public address. It ends the other way round,
/// within ten seconds: what runs is left to finish, then it is told to end, then it is cut off.</summary>
// What it owns has an order in which it ends: CloseAsync is its disposal.
#pragma warning disable CA1001
internal sealed class FunctionsHost : IHostedService
#pragma warning restore CA1001
{
    private static readonly CancellationToken Now = new(canceled: true);
    private static readonly TimeSpan UntilHurry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UntilCutOff = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan UntilOver = TimeSpan.FromSeconds(9);

    private readonly HostSettings _settings;
    private readonly ILoggerFactory _loggers;
    private readonly DataFolder _data;
    private readonly FunctionKeys _keys;
    private readonly WorkGate _gate = new();
    private readonly WorkerPool _workers = new();
    private readonly DurableEngine _engine;
    private readonly ClockMemory? _memory;
    private readonly SemaphoreSlim _first = new(1);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lazy<Task> _draining;
    private readonly Lazy<Task> _closing;
    private Task _emulating = Task.CompletedTask;
    private WorkerPort? _port;
    private FunctionTable? _functions;
    private ImmutableArray<TimerFunction> _timers = [];
    private Front? _front;
    private long _stopBegan;
    private volatile bool _thrownAway;

    /// <exception cref="EngineDatabaseException">The database cannot be used.</exception>
    public FunctionsHost(HostSettings settings, Action<bool, IReadOnlyList<string>>? onCommit = null)
    {
        _settings = settings;
        _loggers = LoggerFactory.Create(logging =>
        {
            logging.AddSimpleConsole();
            foreach (var (category, level) in settings.LogLevels)
                logging.AddFilter(category.Length == 0 ? null : category, level);
        });
        Logger = _loggers.CreateLogger("Host");
        _data = new DataFolder(settings.Data);
        _data.Take();
        _engine = new DurableEngine(settings.Engine(_data.Path("engine.db"), onCommit), settings.Time, _gate, _loggers);
        // Before all else: where the database cannot be used, everything is left as it is.
        _engine.Open();
        _keys = new FunctionKeys(settings.Configuration, _data);
        if (!Azurite.IsReplaced(settings.Configuration))
            Azurite = new Azurite(settings.Configuration, _data);
        if (settings.Clock is { } clock)
            _memory = new ClockMemory(clock, _engine);
        _draining = new Lazy<Task>(DrainAsync);
        _closing = new Lazy<Task>(() => Task.Run(CloseAsync));
    }

    public Azurite? Azurite { get; }

    public ILogger Logger { get; }

    public string WorkerAddress => _port!.Address;

    /// <summary>Completes when requests are served; fails with what kept the host from it.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Whether a worker has connected, or why none will is known.</summary>
    public bool HasStarted => _functions is not null || _ready.Task.IsCompleted || IsStopping;

    public bool IsStopping => _stopping.IsCancellationRequested;

    /// <summary>How much time a stop leaves for the workers' own end.</summary>
    public TimeSpan Left =>
        TimeSpan.FromTicks(Math.Max(0, (UntilOver - TimeProvider.System.GetElapsedTime(_stopBegan)).Ticks));

    public required Action<Exception> OnFailure { get; init; }

    /// <summary>Has the emulator started and opens the port for workers; the emulator may still be coming up.</summary>
    public async Task BeginAsync()
    {
        if (Azurite is not null)
            _emulating = Task.Run(() => Azurite.StartAsync(CancellationToken.None));
        _port = await WorkerPort.OpenAsync(ServeAsync, new TaskHubService(_engine));
        _ = RefuseSilenceAsync();
    }

    /// <summary>Before the app's own services are started: their storage is there.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await OrFailAsync(_emulating);
        if (Azurite is not null)
            _ = OrFailAsync(Azurite.KeepAsync(Logger, _stopping.Token));
    }

    /// <summary>Answers what is under way and begins nothing new, then tells the workers to end.</summary>
    public Task EndAsync() => _draining.Value;

    /// <summary>After the app's own services have stopped: what they needed goes too.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _closing.Value;

    /// <summary>Ends at once, as a crash would, but frees what a dead process would not hold.</summary>
    public async Task ThrowAwayAsync()
    {
        _thrownAway = true;
        await _engine.DisposeAsync();
        await Task.WhenAll(_timers.Select(timer => timer.StopAsync(Now)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _closing.Value;
    }

    private async Task ServeAsync(WorkerStream stream, CancellationToken cancellation)
    {
        var worker = new Worker(stream, _settings, _loggers);
        var carrying = worker.CarryAsync(cancellation);
        try
        {
            var found = await worker.GreetAsync();
            await _first.WaitAsync(cancellation);
            try
            {
                _functions ??= new FunctionTable(found, _settings);
                await _functions.LoadAsync(worker);
                _workers.Add(worker);
                if (_front is null)
                    await OpenAsync(_functions);
            }
            finally
            {
                _first.Release();
            }
        }
        catch (WorkerGoneException)
        {
            // Its process ended while it was being made acquainted.
        }
        // Whatever goes wrong before requests are served keeps the host from starting.
        catch (Exception error)
        {
            Fail(error);
        }
        await carrying;
        _workers.Remove(worker);
    }

    private async Task OpenAsync(FunctionTable table)
    {
        if (_memory is not null)
            await _memory.ResumeAsync();
        var invocations = new Invocations(_workers, _settings, table, WorkerAddress);
        _engine.Start(table.Durable(invocations));
        _ = _engine.Faulted.ContinueWith(end => OnFailure(end.Exception!.GetBaseException()), TaskScheduler.Default);
        var scope = new TimerScope(invocations, _engine, _loggers.CreateLogger<TimerFunction>());
        _timers = [.. table.Timers.Select(timer => new TimerFunction(timer.Function, timer.Schedule, scope))];
        foreach (var timer in _timers)
            await timer.StartAsync();
        var clock = _memory is null
            ? null
            : new ClockEndpoint(new ClockSteps(_settings.Clock!, _gate, _memory), _settings.Clock!, _engine);
        var forwarding = new Forwarding(invocations, _workers, _loggers.CreateLogger<Forwarding>());
        _front = new Front(_settings, table.Routes, _keys, _gate, _timers, clock, forwarding);
        var addresses = await _front.StartAsync();
        HostLog.Ready(Logger, table.All.Length);
        if (!HostLog.IsSilent)
            Console.WriteLine($"Berjalan di {string.Join(", ", addresses)}");
        _ready.TrySetResult();
    }

    private async Task RefuseSilenceAsync()
    {
        await Task.WhenAny(_ready.Task, Task.Delay(_settings.ConnectPatience, _stopping.Token));
        var silence = $"The app did not connect within {_settings.ConnectPatience.TotalSeconds:0} s";
        if (!HasStarted)
            Fail(new StartupRefusedException($"{silence}: does its Program.cs build a function app and run it?"));
    }

    private async Task OrFailAsync(Task emulator)
    {
        try
        {
            await emulator;
        }
        catch (StartupRefusedException refused)
        {
            Fail(refused);
            throw;
        }
    }

    private void Fail(Exception error)
    {
        if (IsStopping)
            return;
        _ready.TrySetException(error);
        _ = _ready.Task.Exception;
        OnFailure(error);
    }

    private async Task DrainAsync()
    {
        _stopBegan = TimeProvider.System.GetTimestamp();
        // Known before anybody goes on; the rest is not for a signal's thread.
        await _stopping.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (_thrownAway)
            return;
        using var hurry = new CancellationTokenSource(UntilHurry);
        using var cutOff = new CancellationTokenSource(UntilCutOff);
        using var hurrying = hurry.Token.Register(() =>
        {
            // What ends unfinished now is not begun again before the next start.
            _engine.BeginNothing();
            foreach (var worker in _workers.Ready)
                worker.CancelAll();
        });
        await Task.WhenAll(_timers.Select(timer => timer.StopAsync(cutOff.Token)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_front is not null)
            await _front.StopAsync(cutOff.Token);
        if (_memory is not null)
            await _memory.DisposeAsync();
        await _engine.StopAsync(cutOff.Token);
        foreach (var worker in _workers.Ready)
            worker.Terminate(Left);
    }

    private async Task CloseAsync()
    {
        await EndAsync();
        // Requests that are still under way end with their workers' streams.
        if (_port is not null)
            await _port.DisposeAsync();
        // What a worker that has just come would open is open by now, or never will be.
        await _first.WaitAsync();
        if (_front is not null)
            await _front.DisposeAsync();
        // One that is still coming up is waited for: it would outlive its process otherwise.
        await _emulating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var over = new CancellationTokenSource(Left);
        if (Azurite is not null)
            await Azurite.StopAsync(over.Token);
        _data.Dispose();
        _loggers.Dispose();
    }
}
