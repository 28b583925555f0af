using Grpc.Core;
using Microsoft.Extensions.Hosting;

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

    private readonly HostSettings settings;
    private readonly ILoggerFactory loggers;
    private readonly DataFolder data;
    private readonly FunctionKeys keys;
    private readonly WorkGate gate = new();
    private readonly WorkerPool workers = new();
    private readonly WorkerLogs logs;
    private readonly DurableEngine engine;
    private readonly ClockMemory? memory;
    private readonly SemaphoreSlim first = new(1);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lazy<Task> draining;
    private readonly Lazy<Task> closing;
    private Task emulating = Task.CompletedTask;
    private WorkerPort? port;
    private FunctionTable? functions;
    private ImmutableArray<TimerFunction> timers = [];
    private Front? front;
    private bool opened;
    private long stopBegan;
    private volatile bool thrownAway;

    /// <exception cref="StartupRefusedException">The data folder is in use, or its database cannot be used.</exception>
    public FunctionsHost(HostSettings settings, Action<bool, IReadOnlyList<string>>? onCommit = null)
    {
        this.settings = settings;
        loggers = LoggerFactory.Create(logging =>
        {
            logging.AddSimpleConsole();
            foreach (var (category, level) in settings.LogLevels)
                logging.AddFilter(category.Length == 0 ? null : category, level);
        });
        Logger = loggers.CreateLogger("Host");
        logs = new WorkerLogs(loggers);
        data = new DataFolder(settings.Data);
        data.Take();
        engine = new DurableEngine(settings.Engine(data.Path("engine.db"), onCommit), settings.Time, gate, loggers);
        try
        {
            // Before all else: where the database cannot be used, everything is left as it is.
            engine.Open();
        }
        catch (EngineDatabaseException refused)
        {
            throw new StartupRefusedException(refused.Message);
        }
        keys = new FunctionKeys(settings.Configuration, data);
        if (!Azurite.IsReplaced(settings.Configuration))
            Azurite = new Azurite(settings.Configuration, data);
        if (settings.Clock is { } clock)
            memory = new ClockMemory(clock, engine);
        draining = new Lazy<Task>(DrainAsync);
        closing = new Lazy<Task>(() => Task.Run(CloseAsync));
    }

    public Azurite? Azurite { get; }

    public ILogger Logger { get; }

    public string WorkerAddress => port!.Address;

    /// <summary>Completes when requests are served; fails with what kept the host from it.</summary>
    public Task Ready => ready.Task;

    /// <summary>Whether a worker has connected, or why none will is known.</summary>
    public bool HasStarted => functions is not null || ready.Task.IsCompleted || IsStopping;

    public bool IsStopping => stopping.IsCancellationRequested;

    /// <summary>How much time a stop leaves for the workers' own end.</summary>
    public TimeSpan Left =>
        TimeSpan.FromTicks(Math.Max(0, (UntilOver - TimeProvider.System.GetElapsedTime(stopBegan)).Ticks));

    public required Action<Exception> OnFailure { get; init; }

    /// <summary>Has the emulator started and opens the port for workers; the emulator may still be coming up.</summary>
    public async Task BeginAsync()
    {
        if (Azurite is not null)
            emulating = Task.Run(() => Azurite.StartAsync(CancellationToken.None));
        port = await WorkerPort.OpenAsync(ServeAsync, new TaskHubService(engine));
        _ = RefuseSilenceAsync();
    }

    /// <summary>Before the app's own services are started: their storage is there.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await OrFailAsync(emulating);
        if (Azurite is not null)
            _ = OrFailAsync(Azurite.KeepAsync(Logger, stopping.Token));
    }

    /// <summary>Answers what is under way and begins nothing new, then tells the workers to end.</summary>
    public Task EndAsync() => draining.Value;

    /// <summary>After the app's own services have stopped: what they needed goes too.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => closing.Value;

    /// <summary>Ends at once, as a crash would, but frees what a dead process would not hold.</summary>
    public async Task ThrowAwayAsync()
    {
        thrownAway = true;
        await engine.DisposeAsync();
        await Task.WhenAll(timers.Select(timer => timer.StopAsync(Now)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await closing.Value;
    }

    private async Task ServeAsync(
        string workerId,
        IAsyncStreamReader<StreamingMessage> reader,
        IServerStreamWriter<StreamingMessage> writer,
        CancellationToken ct
    )
    {
        var worker = new Worker(workerId, settings, logs);
        var carrying = worker.CarryAsync(reader, writer, ct);
        try
        {
            var found = await worker.GreetAsync();
            await first.WaitAsync(ct);
            try
            {
                functions ??= new FunctionTable(found, settings);
                await functions.LoadAsync(worker);
                workers.Add(worker);
                if (!opened)
                    await OpenAsync(functions);
                opened = true;
            }
            finally
            {
                first.Release();
            }
        }
        catch (WorkerGoneException)
        {
            // Its process ended while it was being made acquainted.
        }
        // Whatever goes wrong before requests are served keeps the host from starting.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            Fail(error);
        }
        await carrying;
        workers.Remove(worker);
    }

    private async Task OpenAsync(FunctionTable table)
    {
        if (memory is not null)
            await memory.ResumeAsync();
        var invocations = new Invocations(workers, settings, table, WorkerAddress);
        engine.Start(
            new DurableFunctions(
                invocations,
                table.All.Where(function => function.IsOrchestrator).Select(function => function.Name),
                table.All.Where(function => function.IsActivity).Select(function => function.Name)
            )
        );
        _ = engine.Faulted.ContinueWith(
            fault => OnFailure(fault.Exception!.GetBaseException()),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default
        );
        timers =
        [
            .. table.Timers.Select(timer => new TimerFunction(
                timer.Function,
                timer.Schedule,
                invocations,
                engine,
                settings.Time,
                gate,
                loggers.CreateLogger<TimerFunction>()
            )),
        ];
        foreach (var timer in timers)
            await timer.StartAsync();
        var clock = memory is null
            ? null
            : new ClockEndpoint(new ClockSteps(settings.Clock!, gate, memory), settings.Clock!, engine);
        front = new Front(
            settings,
            table,
            keys,
            gate,
            invocations,
            workers,
            timers,
            clock,
            loggers.CreateLogger<Forwarding>()
        );
        var addresses = await front.StartAsync();
        HostLog.Ready(Logger, table.All.Length);
        if (!HostLog.IsSilent)
            Console.WriteLine($"Berjalan di {string.Join(", ", addresses)}");
        ready.TrySetResult();
    }

    private async Task RefuseSilenceAsync()
    {
        await Task.WhenAny(ready.Task, Task.Delay(settings.ConnectPatience, stopping.Token));
        if (HasStarted)
            return;
        Fail(
            new StartupRefusedException(
                $"The app did not connect within {settings.ConnectPatience.TotalSeconds:0} s: "
                    + "does its Program.cs build a function app and run it?"
            )
        );
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
        ready.TrySetException(error);
        _ = ready.Task.Exception;
        OnFailure(error);
    }

    private async Task DrainAsync()
    {
        stopBegan = TimeProvider.System.GetTimestamp();
        // Known before anybody goes on; the rest is not for a signal's thread.
        await stopping.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (thrownAway)
            return;
        using var hurry = new CancellationTokenSource(UntilHurry);
        using var cutOff = new CancellationTokenSource(UntilCutOff);
        using var hurrying = hurry.Token.Register(() =>
        {
            // What ends unfinished now is not begun again before the next start.
            engine.BeginNothing();
            foreach (var worker in workers.Ready)
                worker.CancelAll();
        });
        await Task.WhenAll(timers.Select(timer => timer.StopAsync(cutOff.Token)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (front is not null)
            await front.StopAsync(cutOff.Token);
        if (memory is not null)
            await memory.DisposeAsync();
        await engine.StopAsync(cutOff.Token);
        foreach (var worker in workers.Ready)
            worker.Terminate(Left);
    }

    private async Task CloseAsync()
    {
        await EndAsync();
        // Requests that are still under way end with their workers' streams.
        if (port is not null)
            await port.DisposeAsync();
        // What a worker that has just come would open is open by now, or never will be.
        await first.WaitAsync();
        if (front is not null)
            await front.DisposeAsync();
        // One that is still coming up is waited for: it would outlive its process otherwise.
        await emulating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var over = new CancellationTokenSource(Left);
        if (Azurite is not null)
            await Azurite.StopAsync(over.Token);
        data.Dispose();
        loggers.Dispose();
    }
}
