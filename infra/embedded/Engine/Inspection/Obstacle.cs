using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Inspection;

/// <summary>What keeps an instance from going on by itself.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Wait">What it waits for in vain, if it waits for something.</param>
public sealed record Obstacle(ObstacleKind Kind, Waiting? Wait = null);

/// <summary>What can be wrong with an instance that has not finished.</summary>
public enum ObstacleKind
{
    /// <summary>It was started and has had no turn.</summary>
    NotBegun,

    /// <summary>It runs and waits for nothing.</summary>
    NothingToWaitFor,

    /// <summary>An activity has had no outcome for too long.</summary>
    ActivityWithoutOutcome,

    /// <summary>A timer was due and has not fired.</summary>
    TimerOverdue,

    /// <summary>There is no such sub-orchestration.</summary>
    ChildMissing,

    /// <summary>The sub-orchestration has ended, and its outcome never came.</summary>
    ChildUnheard,
}
