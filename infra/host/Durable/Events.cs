using Google.Protobuf.WellKnownTypes;

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

    /// <summary>The start of a new execution of an instance.</summary>
    public static ExecutionStartedEvent Start(string id, string name, string? version, string? input)
    {
        var instance = new OrchestrationInstance { InstanceId = id, ExecutionId = NewExecutionId() };
        var started = new ExecutionStartedEvent { OrchestrationInstance = instance };
        (started.Name, started.Version, started.Input) = (name, version, input);
        return started;
    }

    public static HistoryEvent TurnStarted(DateTime now) => New(now, made => made.OrchestratorStarted = new());

    public static HistoryEvent TurnEnded(DateTime now) => New(now, made => made.OrchestratorCompleted = new());

    public static HistoryEvent Started(DateTime now, ExecutionStartedEvent started) =>
        New(now, made => made.ExecutionStarted = started);

    public static HistoryEvent Raised(DateTime now, string name, string? input) =>
        New(now, made => made.EventRaised = new() { Name = name, Input = input });

    public static HistoryEvent Fired(DateTime now, int id, DateTime due) =>
        New(now, made => made.TimerFired = new() { TimerId = id, FireAt = due.ToTimestamp() });

    public static HistoryEvent Answer(DateTime now, int id, ActivityOutcome outcome) =>
        outcome.Failure is { } failure
            ? New(now, made => made.TaskFailed = new() { TaskScheduledId = id, FailureDetails = failure })
            : New(now, made => made.TaskCompleted = new() { TaskScheduledId = id, Result = outcome.Result });

    /// <summary>What a parent hears of its child; a terminated one has no failure.</summary>
    public static HistoryEvent Answer(DateTime now, int id, CompleteOrchestrationAction child)
    {
        var (result, why) = (child.Result, child.FailureDetails);
        return child.OrchestrationStatus == OrchestrationStatus.Completed
            ? New(now, e => e.SubOrchestrationInstanceCompleted = new() { TaskScheduledId = id, Result = result })
            : New(now, e => e.SubOrchestrationInstanceFailed = new() { TaskScheduledId = id, FailureDetails = why });
    }

    public static bool IsSuspended(bool before, HistoryEvent happened) =>
        happened.ExecutionSuspended is not null || (before && happened.ExecutionResumed is null);

    /// <summary>The action that this is the outcome of; null for what is no outcome.</summary>
    public static (int Id, WaitingKind Kind)? OutcomeOf(HistoryEvent happened) =>
        happened switch
        {
            { TaskCompleted: { } done } => (done.TaskScheduledId, WaitingKind.Activity),
            { TaskFailed: { } failed } => (failed.TaskScheduledId, WaitingKind.Activity),
            { TimerFired: { } fired } => (fired.TimerId, WaitingKind.Timer),
            { SubOrchestrationInstanceCompleted: { } done } => (done.TaskScheduledId, WaitingKind.SubOrchestration),
            { SubOrchestrationInstanceFailed: { } failed } => (failed.TaskScheduledId, WaitingKind.SubOrchestration),
            _ => null,
        };
}
