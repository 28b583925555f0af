namespace Sakip.Embedded.Engine.History;

/// <summary>Something that an orchestration waits for.</summary>
/// <param name="Kind">Whether it is an activity, a timer, a sub-orchestration or an event.</param>
/// <param name="Name">The activity, the sub-orchestration's instance id or the event; null for a timer.</param>
/// <param name="Since">When it began to wait.</param>
/// <param name="Due">When the timer fires.</param>
public sealed record Waiting(WaitingKind Kind, string? Name, DateTime Since, DateTime? Due = null)
{
    /// <summary>Of a large fan-out only this many are stored for inspection.</summary>
    internal const int MostStored = 20;
}

/// <summary>What can be waited for.</summary>
public enum WaitingKind
{
    Activity,
    SubOrchestration,
    Timer,
    Event,
}
