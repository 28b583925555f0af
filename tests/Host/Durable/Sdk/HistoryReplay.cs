using Microsoft.DurableTask.Protobuf;
using Sakip.Host.Durable.History;
using Kind = Microsoft.DurableTask.Protobuf.HistoryEvent.EventTypeOneofCase;

namespace Sakip.Tests.Host.Durable.Sdk;

/// <summary>
/// Runs an orchestrator over a recorded history, turn by turn, and tells whether it still does the same. It is stricter
/// than the engine: what the orchestrator asks for beyond the history counts too, and so does another end.
/// </summary>
internal static class HistoryReplay
{
    /// <summary>What is different; null if nothing is.</summary>
    public static string? Difference(SdkOrchestrators orchestrators, HistoryFile recorded)
    {
        var request = new OrchestratorRequest { InstanceId = recorded.InstanceId };
        foreach (var turn in Turns(recorded.Events))
        {
            request.NewEvents.Clear();
            request.NewEvents.AddRange(
                turn.Where(happened => !IsAction(happened) && happened.OrchestratorCompleted is null)
            );
            var expected = turn.Where(IsAction).Select(Describe).ToList();
            var actions = orchestrators.Run(recorded.Name, request).Actions;
            var failure = actions
                .Select(action => action.CompleteOrchestration?.FailureDetails?.ErrorMessage)
                .FirstOrDefault(message => message is not null);
            if (failure?.StartsWith("Non-Deterministic", StringComparison.Ordinal) == true)
                return failure;
            var actual = actions.Select(Describe).ToList();
            if (expected.Except(actual).FirstOrDefault() is { } missing)
            {
                return $"The history has {missing}, where this replay has {string.Join(", ", actual.Except(expected))}"
                    + $"{(failure is null ? "" : $" ({failure})")}.";
            }
            if (actual.Except(expected).FirstOrDefault() is { } surplus)
                return $"This replay has {surplus}, which the history does not have{(failure is null ? "" : $" ({failure})")}.";
            request.PastEvents.AddRange(turn);
        }
        return null;
    }

    private static bool IsAction(HistoryEvent happened) =>
        happened.EventTypeCase
            is Kind.TaskScheduled
                or Kind.TimerCreated
                or Kind.SubOrchestrationInstanceCreated
                or Kind.EventSent
                or Kind.ExecutionCompleted;

    private static string Describe(HistoryEvent action) =>
        action.EventTypeCase switch
        {
            Kind.TaskScheduled => $"activity '{action.TaskScheduled.Name}' #{action.EventId}",
            Kind.TimerCreated => $"a timer #{action.EventId}",
            Kind.SubOrchestrationInstanceCreated =>
                $"sub-orchestration '{action.SubOrchestrationInstanceCreated.Name}' #{action.EventId}",
            Kind.EventSent => $"a sent event '{action.EventSent.Name}' #{action.EventId}",
            _ => $"the end {action.ExecutionCompleted.OrchestrationStatus}",
        };

    private static string Describe(OrchestratorAction action) =>
        action switch
        {
            { ScheduleTask: { } task } => $"activity '{task.Name}' #{action.Id}",
            { CreateTimer: not null } => $"a timer #{action.Id}",
            { CreateSubOrchestration: { } sub } => $"sub-orchestration '{sub.Name}' #{action.Id}",
            { SendEvent: { } sent } => $"a sent event '{sent.Name}' #{action.Id}",
            { CompleteOrchestration: { } end } => $"the end {end.OrchestrationStatus}",
            _ => action.OrchestratorActionTypeCase.ToString(),
        };

    private static IEnumerable<List<HistoryEvent>> Turns(IReadOnlyList<HistoryEvent> events)
    {
        List<HistoryEvent> turn = [];
        foreach (var happened in events)
        {
            turn.Add(happened);
            if (happened.EventTypeCase != Kind.OrchestratorCompleted)
                continue;
            yield return turn;
            turn = [];
        }
    }
}
