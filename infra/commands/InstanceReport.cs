using Sakip.Host.Durable;
using Sakip.Host.Durable.Store;

namespace Sakip.Commands;

/// <summary>How an instance that has not finished stands. What it waits for has of a large fan-out only the first,
/// timers until they fire, cancelled or not, and an event only where there is nothing else.</summary>
internal sealed record InstanceReport(InstanceRow Instance, IReadOnlyList<Waiting> Waits, Obstacle? Stuck);

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
