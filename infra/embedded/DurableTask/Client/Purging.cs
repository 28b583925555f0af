namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is purged; the embedded runtime purges no children.</summary>
public record PurgeInstanceOptions(bool Recursive = false);

/// <summary>Which instances are purged; only finished ones are.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>How long to go on purging; the result then tells whether all were purged.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>What a purge did.</summary>
public class PurgeResult
{
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    public PurgeResult(int count, bool? isComplete)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
        IsComplete = isComplete;
    }

    public int PurgedInstanceCount { get; }

    /// <summary>False when the time ran out first; null when there was no limit.</summary>
    public bool? IsComplete { get; }
}
