using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Sakip.Embedded.Engine.Execution;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Inspection;

/// <summary>
/// Runs an orchestrator over a recorded history and tells whether it still does the same. It is stricter than a
/// replay in the engine: what the orchestrator asks for beyond the history counts too.
/// </summary>
public sealed class ReplayVerifier
{
    private readonly ExecutionSettings settings;

    /// <param name="orchestrators">The orchestrator functions by name.</param>
    /// <param name="converter">The converter that the engine uses.</param>
    /// <param name="maximumTimerInterval">The longest hop of a timer, as the engine has it; three days if null.</param>
    public ReplayVerifier(
        IReadOnlyDictionary<string, OrchestratorInvoker> orchestrators,
        DataConverter? converter = null,
        TimeSpan? maximumTimerInterval = null)
        => settings = new ExecutionSettings(
            converter ?? JsonDataConverter.Default, maximumTimerInterval ?? TimeSpan.FromDays(3),
            NullLoggerFactory.Instance, name => orchestrators.GetValueOrDefault(name));

    /// <summary>What is different, in the words of the engine; null if nothing is.</summary>
    /// <param name="history">A history as the engine exports it.</param>
    /// <exception cref="System.Text.Json.JsonException">The text is no history.</exception>
    public string? Verify(string history)
    {
        var recorded = HistoryJson.ReadHistory(history);
        var executor = new Executor(recorded.InstanceId, settings, () => { });
        try
        {
            foreach (var turn in Turns(recorded.Events))
            {
                executor.Replay(turn);
                if (executor.Unmatched.FirstOrDefault(action => action is not ExecutionCompleted) is { } surplus)
                {
                    throw new NonDeterminismException(
                        $"this replay asks for {ActionLog.Describe(surplus)} with sequence id {surplus.Id}, "
                        + "which the history does not have.");
                }
            }
            VerifyEnd(executor, recorded.Events.OfType<ExecutionCompleted>().LastOrDefault());
            return null;
        }
        catch (Exception exception) when (exception is NonDeterminismException or EventPayloadException)
        {
            return exception.Message;
        }
    }

    private static void VerifyEnd(Executor executor, ExecutionCompleted? recorded)
    {
        var replayed = executor.Run([], []).Completed;
        if (recorded?.Status == replayed?.Status) return;
        throw new NonDeterminismException(
            $"the history ends {recorded?.Status.ToString() ?? "open"} and this replay "
            + $"{replayed?.Status.ToString() ?? "open"}"
            + $"{(replayed?.Failure is { } failure ? $" ({failure.ErrorMessage})" : "")}.");
    }

    private static IEnumerable<List<HistoryEvent>> Turns(IReadOnlyList<HistoryEvent> events)
    {
        List<HistoryEvent> turn = [];
        foreach (var happened in events)
        {
            turn.Add(happened);
            if (happened is not OrchestratorCompleted) continue;
            yield return turn;
            turn = [];
        }
    }
}
