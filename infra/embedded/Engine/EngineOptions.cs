using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace Sakip.Embedded.Engine;

/// <summary>Settings of the embedded engine.</summary>
public sealed class EngineOptions
{
    /// <summary>The SQLite file; it is created if it does not exist.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>Serialises inputs, outputs, event payloads and custom status.</summary>
    public DataConverter Converter { get; init; } = JsonDataConverter.Default;

    /// <summary>The longest single hop of a durable timer. Changing it breaks running instances.</summary>
    public TimeSpan MaximumTimerInterval { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How many activities run at the same time.</summary>
    public int MaximumConcurrentActivities { get; init; } = 16;

    /// <summary>About how many bytes of memory the instances kept ready for their next event may take.</summary>
    public long CacheBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Called around every commit. For tests.</summary>
    public CommitWatch? OnCommit { get; init; }

    /// <summary>Puts a simulation in the place of the threads.</summary>
    internal IDispatcher? Dispatcher { get; init; }

    /// <summary>
    /// False lets a simulation skip the wait for the disk; only a crash of the machine would show it.
    /// </summary>
    internal bool EveryCommitToDisk { get; init; } = true;

    /// <summary>How many turns and calls go into one commit at most; benchmarks compare with none together.</summary>
    internal int LargestCommit { get; init; } = 512;

    /// <summary>Sees every turn before it is committed.</summary>
    internal Action<TurnRecord>? OnTurn { get; init; }
}
