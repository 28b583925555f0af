namespace Sakip.Host.Durable.Inspection;

/// <summary>How an instance that has not finished stands. What it waits for has of a large fan-out only the first,
/// timers until they fire, cancelled or not, and an event only where there is nothing else.</summary>
internal sealed record InstanceReport(
    string InstanceId,
    string Name,
    OrchestrationStatus Status,
    DateTime Created,
    DateTime Updated,
    IReadOnlyList<Waiting> Waits,
    Obstacle? Stuck
);

internal sealed record FailedInstance(string InstanceId, string Name, DateTime Created, DateTime Ended, string? Reason)
{
    public static FailedInstance Of(InstanceRow row) => new(row.Id, row.Name, row.Created, row.Updated, row.Output);
}

/// <summary>What keeps an instance from going on by itself, and what it waits for in vain, if it does.</summary>
internal sealed record Obstacle(ObstacleKind Kind, Waiting? Wait = null);

/// <summary>What can be wrong with an instance; an unheard child has ended, and its outcome never came.</summary>
internal enum ObstacleKind
{
    NotBegun,
    ActivityWithoutOutcome,
    TimerOverdue,
    ChildMissing,
    ChildUnheard,
}
