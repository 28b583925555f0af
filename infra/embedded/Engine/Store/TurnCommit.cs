using Microsoft.DurableTask.Client;

namespace Sakip.Embedded.Engine.Store;

/// <summary>What an instance looks like to the writer.</summary>
internal sealed record StoredInstance(long Number, OrchestrationRuntimeStatus Status)
{
    public bool IsFinished => InstanceRow.IsFinal(Status);
}

/// <summary>The part of a turn's commit that concerns the instance itself.</summary>
internal sealed record TurnCommit(
    long Instance,
    string ExecutionId,
    int Turn,
    DateTime Now,
    OrchestrationRuntimeStatus Status,
    string Events,
    string? Output,
    Failure? Failure,
    bool HasCustomStatus,
    string? CustomStatus,
    string? Waits);
