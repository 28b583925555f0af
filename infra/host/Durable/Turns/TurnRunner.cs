using Google.Protobuf.WellKnownTypes;
using Kind = Microsoft.DurableTask.Protobuf.HistoryEvent.EventTypeOneofCase;

namespace Sakip.Host.Durable.Turns;

/// <summary>Runs turns: takes what an instance has to hear, asks the worker what follows, and commits.</summary>
internal sealed partial class TurnRunner
{
    private readonly DurableEngine _engine;
    private readonly ILogger _logger;
    private readonly WorkQueue<Instance> _queue;

    public TurnRunner(DurableEngine engine, ILogger logger)
    {
        (_engine, _logger) = (engine, logger);
        _queue = new WorkQueue<Instance>(engine.Options.MaximumConcurrentTurns, engine.Schedule, RunAsync);
    }

    private bool UsesSessions => _engine.Options.ExtendedSessionIdleSeconds > 0;

    public void Add(Instance instance) => _queue.Add(instance);

    private async Task RunAsync(Instance instance)
    {
        try
        {
            await RunTurnAsync(instance);
        }
        catch (Exception exception)
        {
            // Nothing of the turn is stored: it runs again after the next start.
            _engine.Fault(exception);
            instance.Token?.Dispose();
        }
    }

    private async Task RunTurnAsync(Instance instance)
    {
        var messages = _engine.Instances.Take(instance);
        var execution = instance.Execution ??= Load(instance.Id);
        var heard = execution is null ? [] : Select(execution, messages);
        if (execution is null || heard.Count == 0)
        {
            Commit(
                $"drop {instance.Id}",
                writer =>
                {
                    foreach (var message in messages)
                        writer.RemoveMessage(message.Number);
                    return () => _engine.Instances.Done(instance);
                }
            );
            return;
        }
        var now = _engine.Now;
        heard.Insert(0, Events.TurnStarted(now));
        var started = execution.Started ?? heard[1].ExecutionStarted;
        if (await AskAsync(instance.Id, started.Name, execution, heard) is not { } outcome)
        {
            // The engine stops; the turn runs again after the next start.
            instance.Token?.Dispose();
            return;
        }
        execution.IsInSession = UsesSessions;
        var effects = new TurnEffects(_engine, instance, execution, started, heard, outcome, now, _logger);
        Commit(
            $"turn {instance.Id} {execution.Turn}",
            writer =>
            {
                foreach (var message in messages)
                    writer.RemoveMessage(message.Number);
                return effects.Write(writer);
            }
        );

        void Commit(string name, Func<StoreWriter, Action> write) =>
            _engine.Submit(name, write, _ => instance.Token?.Dispose());
    }

    private Execution? Load(string instanceId) =>
        _engine.Read(reader => reader.Instance(instanceId) is { IsFinished: false } row ? reader.Execution(row) : null);

    /// <summary>What of the messages is meant for this execution and new to it.</summary>
    private List<HistoryEvent> Select(Execution execution, List<Message> messages)
    {
        var heard = new List<HistoryEvent>(messages.Count + 1);
        var isStarted = execution.Started is not null;
        HashSet<int> answered = [];
        foreach (var message in messages)
        {
            if (message.ExecutionId is { } meant && meant != execution.ExecutionId)
                continue;
            var happened = message.Event;
            var (id, kind) = Events.OutcomeOf(happened) ?? (-1, default);
            var isNew =
                id >= 0
                    ? execution.Awaits(id, kind) && answered.Add(id)
                    : happened.EventTypeCase != Kind.ExecutionStarted || !isStarted;
            isStarted |= happened.EventTypeCase == Kind.ExecutionStarted;
            if (isNew)
                heard.Add(happened);
            else
                LogIgnored(message.InstanceId, happened.EventTypeCase, id);
        }
        return heard;
    }

    /// <summary>What came of the turn; null when the engine stops before that is known.</summary>
    private async Task<TurnOutcome?> AskAsync(
        string instanceId,
        string orchestrator,
        Execution execution,
        List<HistoryEvent> heard
    )
    {
        if (!_engine.Functions.HasOrchestrator(orchestrator))
            return TurnOutcome.Failed(execution, Failures.NoOrchestrator(orchestrator));
        try
        {
            var response = await AnswerAsync(withHistory: !execution.IsInSession);
            if (response is { RequiresHistory: true })
                response = await AnswerAsync(withHistory: true);
            return response is null ? null : TurnOutcome.Of(execution, response);
        }
        catch (TurnFailedException failed)
        {
            return TurnOutcome.Failed(execution, Failures.Of(failed.ErrorType, failed.Message));
        }

        Task<OrchestratorResponse?> AnswerAsync(bool withHistory)
        {
            var rest = new OrchestratorRequest { InstanceId = instanceId, NewEvents = { heard } };
            rest.ExecutionId = execution.ExecutionId;
            if (UsesSessions)
            {
                rest.Properties.Add("IncludeState", Value.ForBool(withHistory));
                rest.Properties.Add("IsExtendedSession", Value.ForBool(true));
                rest.Properties.Add(
                    "ExtendedSessionIdleTimeoutInSeconds",
                    Value.ForNumber(_engine.Options.ExtendedSessionIdleSeconds)
                );
            }
            var request = execution.Request(rest, withHistory);
            // It travels as base64, four characters for three bytes.
            var (size, limit) = ((request.Length + 2L) / 3 * 4, _engine.Options.MaximumMessageBytes);
            if (size > limit)
                throw new TurnFailedException(Failures.TooLarge("The turn with its history", size, limit).ErrorMessage);
            return _engine.WithWorkerAsync(
                (runner, cancellation) => runner.RunTurnAsync(instanceId, orchestrator, request, cancellation)
            );
        }
    }

    [LoggerMessage(
        EventIds.MessageIgnored,
        LogLevel.Warning,
        "{InstanceId}: {Message} #{TaskId} is ignored: it has come already or is no longer awaited"
    )]
    private partial void LogIgnored(string instanceId, Kind message, int taskId);
}
