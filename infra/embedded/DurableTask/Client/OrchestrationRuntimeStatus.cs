namespace Microsoft.DurableTask.Client;

/// <summary>The state of an orchestration instance.</summary>
public enum OrchestrationRuntimeStatus
{
    Running,
    Completed,
    [Obsolete("An instance that continues as new stays running.")]
    ContinuedAsNew,
    Failed,
    [Obsolete("Instances are terminated, never cancelled.")]
    Canceled,
    Terminated,
    Pending,
    Suspended,
}
