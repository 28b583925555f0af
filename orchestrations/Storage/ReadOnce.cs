using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sakip.Storage;

/// <summary>
/// What one run of a function has read of the plan that it goes by, so that it is read once: a decision asks for it at a
/// dozen places. It is forgotten as soon as the run writes anything, and it ends with the run.
/// </summary>
internal sealed class ReadOnce : IDisposable
{
    /// <summary>A sweep reads for as long as it takes; nothing that it remembers is older than this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>An answer of more bytes is not kept.</summary>
    public const int Largest = 256 * 1024;

    private static readonly AsyncLocal<ReadOnce?> Flowing = new();

    private readonly ConcurrentDictionary<string, (object Answer, long At)> _answers = new(StringComparer.Ordinal);
    private volatile bool _isOver;
    private int _writes;

    /// <summary>That of the run on whose behalf this is done; null outside a run and after its end.</summary>
    public static ReadOnce? Current => Flowing.Value is { _isOver: false } current ? current : null;

    /// <summary>What others wrote before this instant the run has to see, as <see cref="Stopwatch"/> has the time.</summary>
    public long Since { get; private init; } = Stopwatch.GetTimestamp();

    /// <summary>How often the run has written; an answer asked for before a write is not kept after it.</summary>
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>All that follows from here reads once, until what is given back is disposed of.</summary>
    /// <param name="before">How long before the run what others wrote may be missed by it.</param>
    public static ReadOnce Begin(TimeSpan before = default) =>
        Flowing.Value = new ReadOnce
        {
            Since = Stopwatch.GetTimestamp() - (long)(before.TotalSeconds * Stopwatch.Frequency),
        };

    /// <summary>What was answered before under a name; null where nothing was, or too long ago.</summary>
    public T? Find<T>(string name)
        where T : class =>
        _answers.TryGetValue(name, out var kept) && Stopwatch.GetElapsedTime(kept.At) < Longest
            ? kept.Answer as T
            : null;

    /// <param name="writes">What <see cref="Writes"/> was before it was asked for.</param>
    public void Keep(string name, object answer, int writes)
    {
        _answers[name] = (answer, Stopwatch.GetTimestamp());
        if (Writes != writes)
            _answers.Clear();
    }

    /// <summary>Called before a write and after it: what was read meanwhile may be from before.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _writes);
        _answers.Clear();
    }

    public void Dispose()
    {
        _isOver = true;
        _answers.Clear();
    }
}
