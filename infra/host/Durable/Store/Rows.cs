namespace Sakip.Host.Durable.Store;

internal sealed record InstanceRow(
    long Number,
    string Id,
    string ExecutionId,
    string Name,
    OrchestrationStatus Status,
    DateTime Created,
    DateTime Updated,
    string? Version,
    string? Parent,
    string? Tags,
    string? Input,
    string? Output,
    string? CustomStatus
)
{
    public bool IsFinished => Events.IsFinal(Status);
}

internal sealed record StoredInstance(long Number, OrchestrationStatus Status)
{
    public static StoredInstance Read(SqliteDataReader row) =>
        new(row.GetInt64(0), (OrchestrationStatus)row.GetInt32(1));

    public bool IsFinished => Events.IsFinal(Status);
}

/// <summary>What an instance is to hear, in one execution or in any; numbered once it stands in the inbox.</summary>
internal sealed record Message(string InstanceId, string? ExecutionId, HistoryEvent Event, long Number = 0)
{
    /// <summary>A start is heard first, then what the execution before has carried over, then what else came.</summary>
    public int Rank =>
        Event.ExecutionStarted is not null ? 0
        : Event.EventRaised is not null && ExecutionId is not null ? 1
        : 2;
}

internal sealed record PendingActivity(string InstanceId, string ExecutionId, int TaskId, string Name, string? Input);

internal sealed record PendingTimer(string InstanceId, string ExecutionId, int TaskId, DateTime Due);

internal sealed record InstanceFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    DateTimeOffset? UpdatedTo = null,
    IReadOnlyCollection<OrchestrationStatus>? Statuses = null,
    string? IdPrefix = null
);
