using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Sakip.Embedded.Engine.Execution;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>Runs turns: takes what an instance has to hear, runs its orchestrator and hands over one commit.</summary>
internal sealed partial class TurnRunner(EngineRun run, ExecutionSettings settings, ILogger logger)
{
    public void Run(Instance instance)
    {
        try
        {
            RunTurn(instance);
        }
        catch (Exception exception)
        {
            // Nothing of the turn is stored: it runs again after the next start.
            run.Fault(exception);
            instance.Token?.Dispose();
        }
    }

    private void RunTurn(Instance instance)
    {
        var messages = run.Instances.Take(instance);
        var live = instance.Live ??= Load(instance.Id);
        var fresh = live is null ? [] : Select(live, messages);
        if (live is null || (fresh.Count == 0 && !live.Executor.WasLeft))
        {
            Drop(instance, messages);
            return;
        }
        var now = run.Clock.GetUtcNow().UtcDateTime;
        List<HistoryEvent> events = [new OrchestratorStarted(now), .. fresh];
        var outcome = live.Executor.Run(live.Past, events);
        live.Past = [];
        run.Options.OnTurn?.Invoke(new TurnRecord(
            instance.Id, live.ExecutionId, live.Turn, events.ToList(), outcome, settings));
        events.AddRange(outcome.Actions.Where(action => action is not ContinuedAsNew));
        events.Add(new OrchestratorCompleted());
        var effects = new TurnEffects(run, instance, live, outcome, Commit(live, now, events, outcome))
        {
            Heard = fresh,
            MessageNumbers = [.. messages.Select(message => message.Number).Where(number => number > 0)],
        };
        run.Submit($"turn {instance.Id} {live.Turn}", effects.Write, _ => instance.Token?.Dispose());
    }

    private static TurnCommit Commit(LiveExecution live, DateTime now, List<HistoryEvent> events, TurnOutcome outcome)
    {
        var text = HistoryJson.Write(events);
        live.Grow(text.Length);
        var completed = outcome.Completed;
        var status = completed?.Status
            ?? (outcome.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running);
        var waits = completed is null ? HistoryJson.Write([.. live.Executor.Waits.Take(Waiting.MostStored)]) : null;
        return new TurnCommit(
            live.Number, live.ExecutionId, live.Turn, now, status, text, completed?.Result, completed?.Failure,
            outcome.HasCustomStatus, outcome.CustomStatus, waits);
    }

    private LiveExecution? Load(string instanceId)
    {
        var (row, history) = run.Readers.Read(reader =>
        {
            var found = reader.Instance(instanceId);
            return (found, found is null or { IsFinished: true } ? [] : reader.History(found.Number));
        });
        if (row is null or { IsFinished: true }) return null;
        var executor = new Executor(instanceId, settings, () => run.Instances.Poke(instanceId));
        var live = new LiveExecution(row.Number, row.ExecutionId, executor)
        {
            Turn = row.Turn,
            Past = history,
            Started = history.OfType<ExecutionStarted>().FirstOrDefault(),
        };
        live.Grow(history.Count * LiveExecution.BytesPerEvent);
        return live;
    }

    /// <summary>What of the messages is meant for this execution.</summary>
    private List<HistoryEvent> Select(LiveExecution live, List<Message> messages)
    {
        var fresh = new List<HistoryEvent>(messages.Count);
        foreach (var message in messages)
        {
            if (message.ExecutionId is { } meant && meant != live.ExecutionId) continue;
            if (message.Event is ExecutionStarted started)
            {
                if (live.Started is not null)
                {
                    LogSecondStart(started.Name);
                    continue;
                }
                live.Started = started;
            }
            fresh.Add(message.Event);
        }
        return fresh;
    }

    private void Drop(Instance instance, List<Message> messages)
    {
        var stored = messages.Where(message => message.Number > 0).ToList();
        if (stored.Count == 0)
        {
            run.Instances.Done(instance);
            return;
        }
        run.Submit(
            $"drop {instance.Id}",
            writer =>
            {
                foreach (var message in stored) writer.RemoveMessage(message.Number);
                return () => run.Instances.Done(instance);
            },
            _ => instance.Token?.Dispose());
    }

    [LoggerMessage(702, LogLevel.Warning, "A second start of {Name} is dropped")]
    private partial void LogSecondStart(string name);
}
