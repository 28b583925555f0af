using Microsoft.DurableTask.Client;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Inspection;

/// <summary>How an instance that has not finished stands.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Status">Its status.</param>
/// <param name="Created">When it was started.</param>
/// <param name="Updated">When its last turn ended.</param>
/// <param name="Waits">What it waits for and since when; of a large fan-out only the first.</param>
/// <param name="Stuck">What keeps it from going on by itself, or null.</param>
public sealed record InstanceReport(
    string InstanceId,
    string Name,
    OrchestrationRuntimeStatus Status,
    DateTime Created,
    DateTime Updated,
    IReadOnlyList<Waiting> Waits,
    Obstacle? Stuck);

/// <summary>An instance that failed.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Created">When it was started.</param>
/// <param name="Ended">When it failed.</param>
/// <param name="Reason">The message of its failure.</param>
public sealed record FailedInstance(string InstanceId, string Name, DateTime Created, DateTime Ended, string? Reason);
