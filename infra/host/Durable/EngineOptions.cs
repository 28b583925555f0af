namespace Sakip.Host.Durable;

internal sealed class EngineOptions
{
    public required string DatabasePath { get; init; }

    public int MaximumConcurrentTurns { get; init; } = 16;

    public int MaximumConcurrentActivities { get; init; } = 16;

    /// <summary>About how many bytes of histories are kept in memory for the next events of their instances.</summary>
    public long CacheBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long the worker keeps an idle execution; 0 makes every turn begin with its history.</summary>
    public int ExtendedSessionIdleSeconds { get; init; }

    /// <summary>Whether an event for an instance that is unknown or over is refused rather than dropped.</summary>
    public bool ThrowsOnRaiseEvent { get; init; } = true;

    /// <summary>Called around every commit: has it taken effect, and its writes, of the same names when they are
    /// tried again. What it throws counts as a failure of the store. For tests.</summary>
    public Action<bool, IReadOnlyList<string>>? OnCommit { get; init; }

    /// <summary>Takes each piece of work instead of the threads, so that a simulation orders them.</summary>
    public Action<Action>? Schedule { get; init; }

    /// <summary>False lets a simulation skip the wait for the disk: only a machine's crash would show it.</summary>
    public bool EveryCommitToDisk { get; init; } = true;
}
