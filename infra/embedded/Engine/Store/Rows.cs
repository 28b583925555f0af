using Microsoft.DurableTask.Client;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Store;

/// <summary>An instance as it is stored.</summary>
internal sealed record InstanceRow(
    long Number,
    string Id,
    string ExecutionId,
    string Name,
    OrchestrationRuntimeStatus Status,
    int Turn,
    DateTime Created,
    DateTime Updated,
    string? Input = null,
    string? Output = null,
    string? CustomStatus = null,
    Failure? Failure = null,
    IReadOnlyDictionary<string, string>? Tags = null,
    string? Waits = null)
{
    public bool IsFinished => IsFinal(Status);

    public static IReadOnlyList<OrchestrationRuntimeStatus> FinalStatuses { get; } =
    [
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    public static bool IsFinal(OrchestrationRuntimeStatus status) => status
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;
}

/// <summary>Something for an instance to hear.</summary>
/// <param name="Number">Its row in the inbox; 0 for what is made again after a crash.</param>
/// <param name="ExecutionId">The execution that it is meant for; null for any.</param>
/// <param name="Event">What it will be in the history.</param>
internal sealed record Message(long Number, string? ExecutionId, HistoryEvent Event);

/// <summary>A call of an activity that has no stored outcome.</summary>
internal sealed record PendingActivity(string InstanceId, string ExecutionId, int TaskId, string Name, string Input);

/// <summary>A timer that has no stored outcome.</summary>
internal sealed record PendingTimer(string InstanceId, string ExecutionId, int TaskId, DateTime Due);

/// <summary>A message and who is to hear it.</summary>
internal sealed record Delivery(string InstanceId, Message Message);
