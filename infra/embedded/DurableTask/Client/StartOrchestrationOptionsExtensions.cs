namespace Microsoft.DurableTask.Client;

/// <summary>Reuse of instance ids.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>An instance of the same id in one of these statuses is not replaced: the start fails instead.</summary>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(dedupeStatuses);
        return options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
    }
}
