using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Tests.Embedded.Engine.Simulation;

/// <summary>
/// One seed: one thread and a clock of its own. The seed decides what runs next, what is slow, what comes twice, when
/// the store fails and when everything crashes. After a while of that, calm: then the office must reach its known
/// end.
/// </summary>
internal sealed class Simulation : IDisposable
{
    private const int MostCalmSteps = 20_000;

    /// <summary>Fewer than the attempts that the orchestrator makes.</summary>
    private const int MostFailures = 3;

    private readonly Random random;
    private readonly FakeTimeProvider clock = new(World.Start);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sakip-sim-");
    private readonly ReplayCheck replays = new();
    private readonly List<(int Unit, int Round)> submissions;
    private readonly List<Action> slow = [];
    private readonly List<string> trace = [];
    private readonly List<Delivery> heard = [];
    private readonly List<string> effects = [];
    private readonly List<string> failures = [];
    private DurableEngine engine;
    private SteppedDispatcher dispatcher = new();
    private StoreMoment? failNext;

    public Simulation(int seed)
    {
        random = new Random(seed);
        submissions =
        [
            .. from unit in Enumerable.Range(0, SimulatedOffice.Units)
               from round in Enumerable.Range(0, SimulatedOffice.Rounds)
               select (unit, round),
        ];
        engine = Start();
    }

    public int Steps { get; private set; }

    public string Trace => string.Join('\n', trace);

    public void Run()
    {
        for (var disturbed = random.Next(50, 400); disturbed > 0; disturbed--) DisturbedStep();
        failNext = null;
        for (var unit = 0; unit < SimulatedOffice.Units; unit++) Tell(unit, new ExecutionResumed(null));
        for (var calm = 0; Office() is not { IsFinished: true }; calm++)
        {
            Assert.True(calm < MostCalmSteps, "The office does not come to its end.");
            CalmStep();
        }
        while (dispatcher.Ready > 0) dispatcher.RunOne(0);
        Verify();
    }

    public void Dispose()
    {
        engine.Running.Dispose();
        folder.Delete(recursive: true);
    }

    private void DisturbedStep()
    {
        Steps++;
        switch (random.Next(100))
        {
            case < 62: Dispatch(); break;
            case < 70: Submit(); break;
            case < 78: Release(); break;
            case < 86: Advance(TimeSpan.FromHours(random.Next(1, 72))); break;
            case < 89: Repeat(); break;
            case < 92: Say(SimulatedOffice.Maybe(random.Next(SimulatedOffice.Rounds)), 1); break;
            case < 94: Tell(random.Next(SimulatedOffice.Units), new ExecutionSuspended("simulated")); break;
            case < 96: Tell(random.Next(SimulatedOffice.Units), new ExecutionResumed("simulated")); break;
            case < 98: failNext = (StoreMoment)random.Next(2); break;
            default: Crash(); break;
        }
        if (engine.Faulted.IsFaulted) Crash();
    }

    private void CalmStep()
    {
        Steps++;
        if (dispatcher.Ready > 0) Dispatch();
        else if (slow.Count > 0) Release();
        else if (Office() is null) Begin();
        else if (submissions.Count > 0 && Submit()) return;
        else Advance(TimeSpan.FromHours(12));
    }

    private void Dispatch()
    {
        if (Office() is null && random.Next(10) == 0) Begin();
        if (dispatcher.Ready > 0) dispatcher.RunOne(random.Next(dispatcher.Ready));
    }

    private void Begin()
    {
        trace.Add($"{Steps} begin");
        _ = engine.Client.ScheduleNewOrchestrationInstanceAsync("Office", new StartOrchestrationOptions("office"));
    }

    /// <summary>
    /// Somebody reports; a report without an answer is sent again, and one with an answer is never sent again.
    /// </summary>
    private bool Submit()
    {
        if (submissions.Count == 0) return false;
        var next = submissions[random.Next(submissions.Count)];
        if (Read(SimulatedOffice.UnitId(next.Unit)) is null) return false;
        trace.Add($"{Steps} submit {next}");
        var sent = engine.Client.RaiseEventAsync(
            SimulatedOffice.UnitId(next.Unit), SimulatedOffice.Submit(next.Round),
            SimulatedOffice.Value(next.Unit, next.Round));
        while (!sent.IsCompleted && dispatcher.Ready > 0) Dispatch();
        if (sent.IsCompletedSuccessfully) submissions.Remove(next);
        return true;
    }

    private void Say(string name, int payload)
        => _ = engine.Client.RaiseEventAsync(SimulatedOffice.UnitId(random.Next(SimulatedOffice.Units)), name, payload);

    private void Tell(int unit, HistoryEvent message)
    {
        var id = SimulatedOffice.UnitId(unit);
        trace.Add($"{Steps} {message.GetType().Name} {id}");
        var told = message is ExecutionSuspended
            ? engine.Client.SuspendInstanceAsync(id)
            : engine.Client.ResumeInstanceAsync(id);
        while (failNext is null && !told.IsCompleted && dispatcher.Ready > 0) Dispatch();
    }

    private void Release()
    {
        if (slow.Count == 0) return;
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
        if (heard.Count == 0) return;
        var again = heard[random.Next(heard.Count)];
        trace.Add($"{Steps} repeat {again}");
        engine.Running.Instances.Deliver(again);
    }

    private void Hear(TurnRecord turn)
    {
        replays.Check(turn);
        heard.AddRange(turn.Fresh.OfType<OutcomeEvent>()
            .Select(outcome => new Delivery(turn.InstanceId, new Message(0, turn.ExecutionId, outcome))));
    }

    private void Crash()
    {
        trace.Add($"{Steps} crash");
        engine.Running.Dispose();
        slow.Clear();
        failNext = null;
        engine = Start();
    }

    private DurableEngine Start()
    {
        dispatcher = new SteppedDispatcher();
        var started = new DurableEngine(
            new EngineOptions
            {
                DatabasePath = Path.Combine(folder.FullName, "engine.db"),
                Dispatcher = dispatcher,
                EveryCommitToDisk = false,
                CacheBytes = random.Next(3) * 8_000,
                MaximumConcurrentActivities = random.Next(1, 4),
                OnTurn = Hear,
                OnCommit = FailIfTold,
            },
            clock, new WorkGate(), NullLoggerFactory.Instance);
        SimulatedOffice.AddTo(started, CheckAsync);
        started.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        return started;
    }

    private void FailIfTold(StoreMoment moment, IReadOnlyList<string> writes)
    {
        if (moment != failNext) return;
        failNext = null;
        trace.Add($"{Steps} the store fails, {moment}");
        throw new IOException("The disk is gone.");
    }

    private Task<object?> CheckAsync(ActivityCall call, CancellationToken stopping)
    {
        var key = $"{call.InstanceId} {call.Input}";
        if (random.Next(6) == 0 && failures.Count(failed => failed == key) < MostFailures)
        {
            failures.Add(key);
            return Task.FromException<object?>(new TimeoutException("busy"));
        }
        effects.Add(key);
        object? result = 2 * int.Parse(call.Input!, CultureInfo.InvariantCulture);
        if (random.Next(3) > 0) return Task.FromResult<object?>(result);
        var later = new TaskCompletionSource<object?>();
        slow.Add(() => later.SetResult(result));
        return later.Task;
    }

    private InstanceRow? Office() => Read("office");

    private InstanceRow? Read(string instanceId) => engine.Running.Readers.Read(reader => reader.Instance(instanceId));

    private void Verify()
    {
        replays.ThrowIfDifferent();
        var office = Office()!;
        Assert.Equal(OrchestrationRuntimeStatus.Completed, office.Status);
        Assert.Equal(SimulatedOffice.ExpectedTotal.ToString(CultureInfo.InvariantCulture), office.Output);
        var expected = from unit in Enumerable.Range(0, SimulatedOffice.Units)
                       from round in Enumerable.Range(0, SimulatedOffice.Rounds)
                       select $"{SimulatedOffice.UnitId(unit)} {SimulatedOffice.Value(unit, round)}";
        Assert.Equal(expected.Order(), effects.Distinct().Order());
        Assert.Empty(engine.Running.Readers.Read(reader => reader.Messages()));
        Assert.Empty(engine.Running.Readers.Read(reader => reader.Activities()));
        Assert.Empty(engine.Running.Readers.Read(reader => reader.Timers()));
    }
}
