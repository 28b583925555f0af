using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sakip.Storage;

/// <summary>
/// Remembers for a moment what many pages of a year read at once. A change made by this process is seen at once, one by
/// another process within the moment; nothing is decided on what is remembered.
/// </summary>
internal sealed class YearMemory
{
    private const int Most = 500;

    /// <summary>How long what another process changes may go unseen on a page.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Unit, int Year), int> _changes = [];
    private readonly ConcurrentDictionary<(string What, string Unit, int Year), Known> _known = [];

    /// <summary>What was read before is old.</summary>
    public void Changed(string unit, int year) => _changes.AddOrUpdate((unit, year), 1, static (_, count) => count + 1);

    /// <param name="what">Names what is read, within the year.</param>
    /// <param name="read">Reads it; whoever asks meanwhile waits for the same answer, so it ends with nobody's request.</param>
    /// <param name="moment"><see cref="Moment"/>, unless it is dear to read and seldom changes.</param>
    public async Task<T> ReadAsync<T>(
        string what,
        string unit,
        int year,
        Func<Task<T>> read,
        CancellationToken cancellation,
        TimeSpan? moment = null
    )
        where T : class
    {
        var (key, change) = ((what, unit, year), _changes.GetValueOrDefault((unit, year)));
        if (!_known.TryGetValue(key, out var known) || !known.Holds(change, moment ?? Moment))
        {
            if (_known.Count >= Most)
                _known.Clear();
            _known[key] = known = new Known(change, Stopwatch.GetTimestamp(), BoxedAsync(read));
        }

        return (T)await known.Value.WaitAsync(cancellation);
    }

    private static async Task<object> BoxedAsync<T>(Func<Task<T>> read)
        where T : class => await read();

    private sealed record Known(int Change, long At, Task<object> Value)
    {
        public bool Holds(int change, TimeSpan moment) =>
            change == Change && Stopwatch.GetElapsedTime(At) < moment && !Value.IsFaulted && !Value.IsCanceled;
    }
}
