using DurableTask.Core;
using Google.Protobuf.WellKnownTypes;
using Sakip.Host.Durable.History;
using Core = DurableTask.Core.History;
using P = Microsoft.DurableTask.Protobuf;

namespace Sakip.Tests.Host.Durable.Sdk;

/// <summary>
/// A history as <c>DurableTaskClient.GetOrchestrationHistoryAsync</c> gives it, in Azure too, in the form of the
/// recorded ones.
/// </summary>
internal static class CoreHistory
{
    public static HistoryFile ToFile(string instanceId, string name, IEnumerable<Core.HistoryEvent> events) =>
        new(instanceId, name, [.. events.Select(Convert)]);

    private static P.HistoryEvent Convert(Core.HistoryEvent happened)
    {
        var made = new P.HistoryEvent { EventId = happened.EventId, Timestamp = Stamp(happened.Timestamp) };
        switch (happened)
        {
            case Core.OrchestratorStartedEvent:
                made.OrchestratorStarted = new();
                break;
            case Core.OrchestratorCompletedEvent:
                made.OrchestratorCompleted = new();
                break;
            case Core.ExecutionStartedEvent e:
                made.ExecutionStarted = Started(e);
                break;
            case Core.ExecutionCompletedEvent e:
                made.ExecutionCompleted = new() { Result = e.Result, FailureDetails = Details(e.FailureDetails) };
                made.ExecutionCompleted.OrchestrationStatus = (P.OrchestrationStatus)e.OrchestrationStatus;
                break;
            case Core.ExecutionTerminatedEvent e:
                made.ExecutionTerminated = new() { Input = e.Input };
                break;
            case Core.ExecutionSuspendedEvent e:
                made.ExecutionSuspended = new() { Input = e.Reason };
                break;
            case Core.ExecutionResumedEvent e:
                made.ExecutionResumed = new() { Input = e.Reason };
                break;
            case Core.TaskScheduledEvent e:
                made.TaskScheduled = new()
                {
                    Name = e.Name,
                    Version = e.Version,
                    Input = e.Input,
                };
                break;
            case Core.TaskCompletedEvent e:
                made.TaskCompleted = new() { TaskScheduledId = e.TaskScheduledId, Result = e.Result };
                break;
            case Core.TaskFailedEvent e:
                made.TaskFailed = new()
                {
                    TaskScheduledId = e.TaskScheduledId,
                    FailureDetails = Details(e.FailureDetails),
                };
                break;
            case Core.SubOrchestrationInstanceCreatedEvent e:
                made.SubOrchestrationInstanceCreated = new() { InstanceId = e.InstanceId, Name = e.Name };
                made.SubOrchestrationInstanceCreated.Version = e.Version;
                made.SubOrchestrationInstanceCreated.Input = e.Input;
                break;
            case Core.SubOrchestrationInstanceCompletedEvent e:
                made.SubOrchestrationInstanceCompleted = new()
                {
                    TaskScheduledId = e.TaskScheduledId,
                    Result = e.Result,
                };
                break;
            case Core.SubOrchestrationInstanceFailedEvent e:
                made.SubOrchestrationInstanceFailed = new() { TaskScheduledId = e.TaskScheduledId };
                made.SubOrchestrationInstanceFailed.FailureDetails = Details(e.FailureDetails);
                break;
            case Core.TimerCreatedEvent e:
                made.TimerCreated = new() { FireAt = Stamp(e.FireAt) };
                break;
            case Core.TimerFiredEvent e:
                made.TimerFired = new() { TimerId = e.TimerId, FireAt = Stamp(e.FireAt) };
                break;
            case Core.EventSentEvent e:
                made.EventSent = new()
                {
                    InstanceId = e.InstanceId,
                    Name = e.Name,
                    Input = e.Input,
                };
                break;
            case Core.EventRaisedEvent e:
                made.EventRaised = new() { Name = e.Name, Input = e.Input };
                break;
            default:
                throw new NotSupportedException($"{happened.EventType} has no place in a recorded history.");
        }
        return made;
    }

    private static P.ExecutionStartedEvent Started(Core.ExecutionStartedEvent e)
    {
        var started = new P.ExecutionStartedEvent
        {
            Name = e.Name,
            Version = e.Version,
            Input = e.Input,
        };
        started.OrchestrationInstance = Reference(e.OrchestrationInstance);
        foreach (var (key, value) in e.Tags ?? new Dictionary<string, string>())
            started.Tags.Add(key, value);
        if (e.ParentInstance is not { } parent)
            return started;
        started.ParentInstance = new() { TaskScheduledId = parent.TaskScheduleId, Name = parent.Name };
        started.ParentInstance.OrchestrationInstance = Reference(parent.OrchestrationInstance);
        return started;
    }

    private static P.OrchestrationInstance Reference(OrchestrationInstance instance) =>
        new() { InstanceId = instance.InstanceId, ExecutionId = instance.ExecutionId };

    private static P.TaskFailureDetails? Details(FailureDetails? failure) =>
        failure is null
            ? null
            : new()
            {
                ErrorType = failure.ErrorType,
                ErrorMessage = failure.ErrorMessage,
                StackTrace = failure.StackTrace,
                InnerFailure = Details(failure.InnerFailure),
                IsNonRetriable = failure.IsNonRetriable,
            };

    private static Timestamp Stamp(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc).ToTimestamp();
}
