using Google.Protobuf.WellKnownTypes;
using Kind = Microsoft.DurableTask.Protobuf.HistoryEvent.EventTypeOneofCase;

namespace Sakip.Host.Durable.Turns;

/// <summary>A turn of an instance, and what the orchestrator hears in it: first that the turn has begun.</summary>
internal sealed record Turn(Instance Instance, Execution Execution, List<HistoryEvent> Heard, DateTime Now)
{
    public ExecutionStartedEvent Started { get; } = Execution.Started ?? Heard[1].ExecutionStarted;
}

/// <summary>Runs turns: takes what an instance has to hear, asks the worker what follows, and commits.</summary>
internal sealed partial class TurnRunner(DurableEngine engine, ILogger logger)
{
    private readonly WorkQueue _queue = new(engine.Options.MaximumConcurrentTurns, engine.Schedule);

    private bool UsesSessions => engine.Options.ExtendedSessionIdleSeconds > 0;

    public void Add(Instance instance) => _queue.Add(() => RunAsync(instance));

    private async Task RunAsync(Instance instance)
    {
        try
        {
            await RunTurnAsync(instance);
        }
        catch (Exception exception)
        {
            // Nothing of the turn is stored: it runs again after the next start.
            engine.Fault(exception);
            instance.Token?.Dispose();
        }
    }

    private async Task RunTurnAsync(Instance instance)
    {
        var messages = engine.Instances.Take(instance);
        var execution = instance.Execution ??= Load(instance.Id);
        var heard = execution is null ? [] : Select(execution, messages);
        if (execution is null || heard.Count == 0)
        {
            Commit($"drop {instance.Id}", _ => () => engine.Instances.Done(instance));
            return;
        }
        var now = engine.Now;
        var turn = new Turn(instance, execution, [Events.TurnStarted(now), .. heard], now);
        if (await AskAsync(turn) is not { } outcome)
        {
            // The engine stops; the turn runs again after the next start.
            instance.Token?.Dispose();
            return;
        }
        execution.IsInSession = UsesSessions;
        Commit($"turn {instance.Id} {execution.Turn}", new TurnEffects(engine, turn, outcome, logger).Write);

        void Commit(string name, Func<StoreWriter, Action> write) =>
            engine.Submit(
                name,
                writer =>
                {
                    messages.ForEach(message => writer.RemoveMessage(message.Number));
                    return write(writer);
                },
                _ => instance.Token?.Dispose()
            );
    }

    private Execution? Load(string instanceId) =>
        engine.Read(reader => reader.Instance(instanceId) is { IsFinished: false } row ? reader.Execution(row) : null);

    /// <summary>What of the messages is meant for this execution and new to it.</summary>
    private List<HistoryEvent> Select(Execution execution, List<Message> messages)
    {
        var isStarted = execution.Started is not null;
        var (heard, answered) = (new List<HistoryEvent>(), new HashSet<int>());
        foreach (var message in messages.Where(to => to.ExecutionId is null || to.ExecutionId == execution.ExecutionId))
        {
            var happened = message.Event;
            var (id, kind) = Events.OutcomeOf(happened) ?? (-1, default);
            var isStart = happened.ExecutionStarted is not null;
            if (id >= 0 ? execution.Awaits(id, kind) && answered.Add(id) : !isStart || !isStarted)
                heard.Add(happened);
            else
                LogIgnored(message.InstanceId, happened.EventTypeCase, id);
            isStarted |= isStart;
        }
        return heard;
    }

    /// <summary>What came of the turn; null when the engine stops before that is known.</summary>
    private async Task<TurnOutcome?> AskAsync(Turn turn)
    {
        if (!engine.Functions.Orchestrators.Contains(turn.Started.Name))
            return TurnOutcome.Failed(turn.Execution, Failures.NoOrchestrator(turn.Started.Name));
        try
        {
            var response = await AnswerAsync(turn, withHistory: !turn.Execution.IsInSession);
            if (response is { RequiresHistory: true })
                response = await AnswerAsync(turn, withHistory: true);
            return response is null ? null : TurnOutcome.Of(turn.Execution, response);
        }
        catch (TurnFailedException failed)
        {
            return TurnOutcome.Failed(turn.Execution, Failures.Of(failed.ErrorType, failed.Message));
        }
    }

    private Task<OrchestratorResponse?> AnswerAsync(Turn turn, bool withHistory)
    {
        var rest = new OrchestratorRequest { InstanceId = turn.Instance.Id, NewEvents = { turn.Heard } };
        rest.ExecutionId = turn.Execution.ExecutionId;
        if (UsesSessions)
        {
            var seconds = engine.Options.ExtendedSessionIdleSeconds;
            rest.Properties.Add("IncludeState", Value.ForBool(withHistory));
            rest.Properties.Add("IsExtendedSession", Value.ForBool(true));
            rest.Properties.Add("ExtendedSessionIdleTimeoutInSeconds", Value.ForNumber(seconds));
        }
        var call = new TurnCall(turn.Instance.Id, turn.Started.Name, turn.Execution.Request(rest, withHistory));
        return engine.WithWorkerAsync((runner, stop) => runner.RunTurnAsync(call, stop));
    }

    [LoggerMessage(EventIds.MessageIgnored, LogLevel.Warning, "{Id}: {Message} #{Task} is ignored: nobody awaits it")]
    private partial void LogIgnored(string id, Kind message, int task);
}
