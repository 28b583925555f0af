using Google.Protobuf.WellKnownTypes;
using Kind = Microsoft.DurableTask.Protobuf.HistoryEvent.EventTypeOneofCase;

namespace Sakip.Host.Durable;

internal static class Events
{
    public static IReadOnlyList<OrchestrationStatus> FinalStatuses { get; } =
    [OrchestrationStatus.Completed, OrchestrationStatus.Failed, OrchestrationStatus.Terminated];

    public static bool IsFinal(OrchestrationStatus status) => FinalStatuses.Contains(status);

    public static string NewExecutionId() => Guid.NewGuid().ToString("N");

    /// <summary>An event of a kind still to be set; what is no action has no id.</summary>
    public static HistoryEvent New(DateTime now, int id = -1) => new() { EventId = id, Timestamp = now.ToTimestamp() };

    public static HistoryEvent New(DateTime now, Action<HistoryEvent> fill)
    {
        var made = New(now);
        fill(made);
        return made;
    }

    public static ExecutionStartedEvent Start(
        string name,
        string? version,
        string? input,
        IDictionary<string, string> tags
    ) =>
        new()
        {
            Name = name,
            Version = version,
            Input = input,
            Tags = { tags },
        };

    public static OrchestrationInstance Reference(string id, string executionId) =>
        new() { InstanceId = id, ExecutionId = executionId };

    public static HistoryEvent TurnStarted(DateTime now) => New(now, made => made.OrchestratorStarted = new());

    public static HistoryEvent TurnEnded(DateTime now) => New(now, made => made.OrchestratorCompleted = new());

    public static HistoryEvent Started(DateTime now, ExecutionStartedEvent started) =>
        New(now, made => made.ExecutionStarted = started);

    public static HistoryEvent Raised(DateTime now, string name, string? input) =>
        New(now, made => made.EventRaised = new() { Name = name, Input = input });

    public static HistoryEvent Fired(DateTime now, int id, DateTime due) =>
        New(now, made => made.TimerFired = new() { TimerId = id, FireAt = due.ToTimestamp() });

    public static HistoryEvent Answer(DateTime now, int id, ActivityOutcome outcome) =>
        New(
            now,
            made =>
            {
                if (outcome.Failure is null)
                    made.TaskCompleted = new() { TaskScheduledId = id, Result = outcome.Result };
                else
                    made.TaskFailed = new() { TaskScheduledId = id, FailureDetails = outcome.Failure };
            }
        );

    /// <summary>What a parent hears of its child; a terminated one has no failure.</summary>
    public static HistoryEvent Answer(DateTime now, int id, CompleteOrchestrationAction child) =>
        New(
            now,
            made =>
            {
                if (child.OrchestrationStatus == OrchestrationStatus.Completed)
                {
                    made.SubOrchestrationInstanceCompleted = new() { TaskScheduledId = id, Result = child.Result };
                }
                else
                {
                    made.SubOrchestrationInstanceFailed = new()
                    {
                        TaskScheduledId = id,
                        FailureDetails = child.FailureDetails,
                    };
                }
            }
        );

    /// <summary>The action that this is the outcome of; null for what is no outcome.</summary>
    public static (int Id, WaitingKind Kind)? OutcomeOf(HistoryEvent happened) =>
        happened.EventTypeCase switch
        {
            Kind.TaskCompleted => (happened.TaskCompleted.TaskScheduledId, WaitingKind.Activity),
            Kind.TaskFailed => (happened.TaskFailed.TaskScheduledId, WaitingKind.Activity),
            Kind.TimerFired => (happened.TimerFired.TimerId, WaitingKind.Timer),
            Kind.SubOrchestrationInstanceCompleted => (
                happened.SubOrchestrationInstanceCompleted.TaskScheduledId,
                WaitingKind.SubOrchestration
            ),
            Kind.SubOrchestrationInstanceFailed => (
                happened.SubOrchestrationInstanceFailed.TaskScheduledId,
                WaitingKind.SubOrchestration
            ),
            _ => null,
        };
}
