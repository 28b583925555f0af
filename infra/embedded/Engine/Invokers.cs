using Microsoft.DurableTask;

namespace Sakip.Embedded.Engine;

/// <summary>An orchestrator function: called once per execution, and again on every replay.</summary>
public delegate Task<object?> OrchestratorInvoker(TaskOrchestrationContext context);

/// <summary>An activity function; what it returns is serialised by the engine's converter.</summary>
public delegate Task<object?> ActivityInvoker(ActivityCall call, CancellationToken stopping);

/// <summary>A call of an activity.</summary>
/// <param name="Name">The activity.</param>
/// <param name="InstanceId">The orchestration that called it.</param>
/// <param name="TaskId">
/// The id of the call in that orchestration; equal when the call is repeated after a crash.
/// </param>
/// <param name="Input">The serialised input, or null.</param>
public sealed record ActivityCall(string Name, string InstanceId, int TaskId, string? Input);
