using System.Text.Json.Serialization;
using Microsoft.DurableTask.Client;

namespace Sakip.Embedded.Engine.History;

/// <summary>One entry of an instance's history. The names are those of the official engine.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OrchestratorStarted), nameof(OrchestratorStarted))]
[JsonDerivedType(typeof(OrchestratorCompleted), nameof(OrchestratorCompleted))]
[JsonDerivedType(typeof(ExecutionStarted), nameof(ExecutionStarted))]
[JsonDerivedType(typeof(ExecutionCompleted), nameof(ExecutionCompleted))]
[JsonDerivedType(typeof(ExecutionTerminated), nameof(ExecutionTerminated))]
[JsonDerivedType(typeof(ExecutionSuspended), nameof(ExecutionSuspended))]
[JsonDerivedType(typeof(ExecutionResumed), nameof(ExecutionResumed))]
[JsonDerivedType(typeof(TaskScheduled), nameof(TaskScheduled))]
[JsonDerivedType(typeof(TaskCompleted), nameof(TaskCompleted))]
[JsonDerivedType(typeof(TaskFailed), nameof(TaskFailed))]
[JsonDerivedType(typeof(SubOrchestrationInstanceCreated), nameof(SubOrchestrationInstanceCreated))]
[JsonDerivedType(typeof(SubOrchestrationInstanceCompleted), nameof(SubOrchestrationInstanceCompleted))]
[JsonDerivedType(typeof(SubOrchestrationInstanceFailed), nameof(SubOrchestrationInstanceFailed))]
[JsonDerivedType(typeof(TimerCreated), nameof(TimerCreated))]
[JsonDerivedType(typeof(TimerFired), nameof(TimerFired))]
[JsonDerivedType(typeof(EventSent), nameof(EventSent))]
[JsonDerivedType(typeof(EventRaised), nameof(EventRaised))]
internal abstract record HistoryEvent;

/// <summary>A turn begins; its time is the orchestrator's time until the next turn.</summary>
internal sealed record OrchestratorStarted(DateTime Timestamp) : HistoryEvent;

internal sealed record OrchestratorCompleted : HistoryEvent;

internal sealed record ExecutionStarted(
    string Name,
    string ExecutionId,
    string? Version = null,
    string? Input = null,
    ParentReference? Parent = null,
    IReadOnlyDictionary<string, string>? Tags = null) : HistoryEvent;

/// <summary>Who waits for the result of a sub-orchestration.</summary>
internal sealed record ParentReference(string InstanceId, string ExecutionId, string Name, int TaskId);

internal sealed record ExecutionTerminated(string? Output) : HistoryEvent;

internal sealed record ExecutionSuspended(string? Reason) : HistoryEvent;

internal sealed record ExecutionResumed(string? Reason) : HistoryEvent;

internal sealed record EventRaised(string Name, string? Input) : HistoryEvent;

/// <summary>Something that an orchestrator asked for. An action is pending until it stands in the history.</summary>
internal abstract record ActionEvent(int Id) : HistoryEvent;

internal sealed record TaskScheduled(int Id, string Name, string? Version, string Input) : ActionEvent(Id);

internal sealed record SubOrchestrationInstanceCreated(
    int Id,
    string Name,
    string InstanceId,
    string? Version,
    string? Input,
    IReadOnlyDictionary<string, string>? Tags = null) : ActionEvent(Id);

internal sealed record TimerCreated(int Id, DateTime FireAt) : ActionEvent(Id);

internal sealed record EventSent(int Id, string InstanceId, string Name, string? Input) : ActionEvent(Id);

internal sealed record ExecutionCompleted(
    int Id, OrchestrationRuntimeStatus Status, string? Result, Failure? Failure = null) : ActionEvent(Id);

/// <summary>The orchestration starts over; never stored, because the history ends with it.</summary>
internal sealed record ContinuedAsNew(
    int Id, string? Input, string? Version, IReadOnlyList<EventRaised> CarryOver) : ActionEvent(Id);

/// <summary>The outcome of something asked for; a second outcome of the same id is ignored.</summary>
internal abstract record OutcomeEvent(int TaskId) : HistoryEvent;

internal sealed record TaskCompleted(int TaskId, string? Result) : OutcomeEvent(TaskId);

internal sealed record TaskFailed(int TaskId, Failure Failure) : OutcomeEvent(TaskId);

internal sealed record SubOrchestrationInstanceCompleted(int TaskId, string? Result) : OutcomeEvent(TaskId);

/// <param name="TaskId">The id of the call.</param>
/// <param name="Failure">Why it failed; null when it was terminated.</param>
internal sealed record SubOrchestrationInstanceFailed(int TaskId, Failure? Failure) : OutcomeEvent(TaskId);

internal sealed record TimerFired(int TaskId) : OutcomeEvent(TaskId);
