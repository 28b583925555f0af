using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sakip.Host.Clock;
using Sakip.Host.Durable;
using Sakip.Host.Durable.Store;
using Sakip.Tests.Host.Durable.Sdk;

namespace Sakip.Tests.Host.Durable.Simulation;

/// <summary>
/// One seed: one thread and a clock of its own. The seed decides what runs next, what is slow, what comes twice, when
/// the store fails and when everything crashes. After a while of that, calm: then the office must reach its known
/// end.
/// </summary>
internal sealed class Simulation : IFunctionRunner, IDisposable
{
    private readonly SdkOrchestrators orchestrators = new(SimulatedOffice.Orchestrators);

    private const int MostCalmSteps = 20_000;

    /// <summary>Fewer than the attempts that the orchestrator makes.</summary>
    private const int MostFailures = 3;

    private readonly Random random;
    private readonly FakeTimeProvider clock = new(World.Start);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sakip-sim-");
    private readonly ConcurrentQueue<string> differences = [];
    private readonly SdkOrchestrators again = new(SimulatedOffice.Orchestrators);
    private readonly List<(int Unit, int Round)> submissions;
    private readonly List<Action> slow = [];
    private readonly List<string> trace = [];
    private readonly List<Message> heard = [];
    private readonly List<string> effects = [];
    private readonly List<string> failures = [];
    private readonly SdkRunner runner;
    private DurableEngine engine;
    private DurableTaskClient client;
    private SteppedWork work = new();
    private bool? failNext;

    public Simulation(int seed)
    {
        random = new Random(seed);
        submissions =
        [
            .. from unit in Enumerable.Range(0, SimulatedOffice.Units)
            from round in Enumerable.Range(0, SimulatedOffice.Rounds)
            select (unit, round),
        ];
        runner = new SdkRunner(
            orchestrators,
            new Dictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>>
            {
                ["Check"] = (call, _) => Check(call),
            }
        );
        engine = Start();
        client = DirectCalls.Client(new TaskHubService(engine));
    }

    public int Steps { get; private set; }

    public string Trace => string.Join('\n', trace.TakeLast(200)) + "\n" + State();

    public void Run()
    {
        for (var disturbed = random.Next(50, 400); disturbed > 0; disturbed--)
            DisturbedStep();
        failNext = null;
        for (var unit = 0; unit < SimulatedOffice.Units; unit++)
            Tell(unit, suspend: false);
        for (var calm = 0; Office() is not { IsFinished: true }; calm++)
        {
            Assert.True(calm < MostCalmSteps, "The office does not come to its end.");
            CalmStep();
        }
        while (work.Ready > 0)
            work.RunOne(0);
        Verify();
    }

    public void Dispose()
    {
        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        orchestrators.Dispose();
        again.Dispose();
        folder.Delete(recursive: true);
    }

    private void DisturbedStep()
    {
        Steps++;
        switch (random.Next(100))
        {
            case < 62:
                Dispatch();
                break;
            case < 70:
                Submit();
                break;
            case < 78:
                Release();
                break;
            case < 86:
                Advance(TimeSpan.FromHours(random.Next(1, 72)));
                break;
            case < 89:
                Repeat();
                break;
            case < 92:
                Say(SimulatedOffice.Maybe(random.Next(SimulatedOffice.Rounds)), 1);
                break;
            case < 94:
                Tell(random.Next(SimulatedOffice.Units), suspend: true);
                break;
            case < 96:
                Tell(random.Next(SimulatedOffice.Units), suspend: false);
                break;
            case < 98:
                failNext = random.Next(2) == 1;
                break;
            default:
                Crash();
                break;
        }
        if (engine.Faulted.IsFaulted)
            Crash();
    }

    private void CalmStep()
    {
        Steps++;
        if (work.Ready > 0)
            Dispatch();
        else if (slow.Count > 0)
            Release();
        else if (Office() is null)
            Begin();
        else if (submissions.Count > 0 && Submit())
            return;
        else
            Advance(TimeSpan.FromHours(12));
    }

    private void Dispatch()
    {
        if (Office() is null && random.Next(10) == 0)
            Begin();
        if (work.Ready > 0)
            work.RunOne(random.Next(work.Ready));
    }

    private void Begin()
    {
        trace.Add($"{Steps} begin");
        _ = client.ScheduleNewOrchestrationInstanceAsync("Office", new StartOrchestrationOptions("office"));
    }

    /// <summary>
    /// Somebody reports; a report without an answer is sent again, and one with an answer is never sent again.
    /// </summary>
    private bool Submit()
    {
        if (submissions.Count == 0)
            return false;
        var next = submissions[random.Next(submissions.Count)];
        if (Read(SimulatedOffice.UnitId(next.Unit)) is null)
            return false;
        trace.Add($"{Steps} submit {next}");
        var sent = client.RaiseEventAsync(
            SimulatedOffice.UnitId(next.Unit),
            SimulatedOffice.Submit(next.Round),
            SimulatedOffice.Value(next.Unit, next.Round)
        );
        while (!sent.IsCompleted && work.Ready > 0)
            Dispatch();
        if (sent.IsCompletedSuccessfully)
            submissions.Remove(next);
        return true;
    }

    private void Say(string name, int payload) =>
        _ = client.RaiseEventAsync(SimulatedOffice.UnitId(random.Next(SimulatedOffice.Units)), name, payload);

    private void Tell(int unit, bool suspend)
    {
        var id = SimulatedOffice.UnitId(unit);
        trace.Add($"{Steps} {(suspend ? "suspend" : "resume")} {id}");
        var told = suspend ? client.SuspendInstanceAsync(id) : client.ResumeInstanceAsync(id);
        while (failNext is null && !told.IsCompleted && work.Ready > 0)
            Dispatch();
    }

    private void Release()
    {
        if (slow.Count == 0)
            return;
        var index = random.Next(slow.Count);
        var release = slow[index];
        slow.RemoveAt(index);
        release();
    }

    private void Advance(TimeSpan time)
    {
        trace.Add($"{Steps} advance {time}");
        clock.Advance(time);
    }

    /// <summary>An outcome comes a second time, perhaps when the execution that it belongs to is over.</summary>
    private void Repeat()
    {
        if (heard.Count == 0)
            return;
        var repeated = heard[random.Next(heard.Count)];
        trace.Add($"{Steps} repeat {repeated}");
        engine.Instances.Deliver(repeated);
    }

    private void Crash()
    {
        trace.Add($"{Steps} crash");
        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        slow.Clear();
        failNext = null;
        engine = Start();
        client = DirectCalls.Client(new TaskHubService(engine));
    }

    private DurableEngine Start()
    {
        work = new SteppedWork();
        var started = new DurableEngine(
            new EngineOptions
            {
                DatabasePath = Path.Combine(folder.FullName, "engine.db"),
                Schedule = work.Add,
                EveryCommitToDisk = false,
                ThrowsOnRaiseEvent = false,
                CacheBytes = random.Next(3) * 8_000,
                MaximumConcurrentTurns = random.Next(1, 4),
                MaximumConcurrentActivities = random.Next(1, 4),
                ExtendedSessionIdleSeconds = 60 * random.Next(2),
                OnCommit = FailIfTold,
            },
            clock,
            new WorkGate(),
            NullLoggerFactory.Instance
        );
        started.Start(
            new DurableFunctions(
                new ReplayCheck(this, started, again, differences),
                orchestrators.Names,
                new HashSet<string>(["Check"])
            )
        );
        return started;
    }

    private void FailIfTold(bool hasEffect, IReadOnlyList<string> writes)
    {
        if (hasEffect != failNext)
            return;
        failNext = null;
        trace.Add($"{Steps} the store fails, {(hasEffect ? "after" : "before")} its effect");
        throw new IOException("The disk is gone.");
    }

    /// <summary>A turn that is answered at once, later or never.</summary>
    Task<OrchestratorResponse> IFunctionRunner.RunTurnAsync(TurnCall call, CancellationToken ct)
    {
        // The history as it was sent; the memory belongs to the engine again when the worker is gone.
        var sent = call.Request.ToArray();
        var turn = OrchestratorRequest.Parser.ParseFrom(sent);
        heard.AddRange(
            turn.NewEvents.Where(happened => Events.OutcomeOf(happened) is not null)
                .Select(outcome => new Message(call.InstanceId, turn.ExecutionId, outcome))
        );
        return LaterAsync(() => runner.RunTurnAsync(call with { Request = sent }, ct));
    }

    Task<ActivityOutcome> IFunctionRunner.RunActivityAsync(ActivityCall call, CancellationToken ct) =>
        LaterAsync(() => runner.RunActivityAsync(call, ct));

    private Task<T> LaterAsync<T>(Func<Task<T>> run)
    {
        switch (random.Next(40))
        {
            case 0:
                return Task.FromException<T>(new WorkerGoneException());
            case < 30:
                return run();
            default:
                var later = new TaskCompletionSource<T>();
                var isLost = random.Next(8) == 0;
                slow.Add(() =>
                {
                    if (isLost)
                        later.SetException(new WorkerGoneException());
                    else
                        later.SetResult(run().GetAwaiter().GetResult());
                });
                return later.Task;
        }
    }

    private Task<object?> Check(ActivityCall call)
    {
        var key = $"{call.InstanceId} {call.Input}";
        if (random.Next(6) == 0 && failures.Count(failed => failed == key) < MostFailures)
        {
            failures.Add(key);
            return Task.FromException<object?>(new TimeoutException("busy"));
        }
        effects.Add(key);
        return Task.FromResult<object?>(2 * int.Parse(call.Input!, CultureInfo.InvariantCulture));
    }

    /// <summary>How the instances stand, with the kinds of events in their histories.</summary>
    private string State() =>
        engine.Read(reader =>
            string.Join(
                '\n',
                reader
                    .Instances(new InstanceFilter(), 0, 10)
                    .Select(row =>
                        $"{row.Id} {row.Status}: "
                        + string.Join(' ', reader.History(row.Number).Select(happened => happened.EventTypeCase))
                    )
            )
        );

    private InstanceRow? Office() => Read("office");

    private InstanceRow? Read(string instanceId) => engine.Read(reader => reader.Instance(instanceId));

    private void Verify()
    {
        Assert.Empty(differences);
        var office = Office()!;
        Assert.Equal(OrchestrationStatus.Completed, office.Status);
        Assert.Equal(SimulatedOffice.ExpectedTotal.ToString(CultureInfo.InvariantCulture), office.Output);
        var expected =
            from unit in Enumerable.Range(0, SimulatedOffice.Units)
            from round in Enumerable.Range(0, SimulatedOffice.Rounds)
            select $"{SimulatedOffice.UnitId(unit)} {SimulatedOffice.Value(unit, round)}";
        Assert.Equal(expected.Order(), effects.Distinct().Order());
        Assert.Empty(engine.Read(reader => reader.Messages()));
        Assert.Empty(engine.Read(reader => reader.Activities()));
        Assert.Empty(engine.Read(reader => reader.Timers()));
    }
}
