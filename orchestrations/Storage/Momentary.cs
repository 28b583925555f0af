using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sakip.Storage;

/// <summary>
/// Answers of a store that every page and step asks for and that seldom change, kept for a moment. Whoever changes what
/// stands forgets it here; a change by another process of the app is seen within that moment.
/// </summary>
public sealed class Momentary<T>
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (T Value, long Read)> _known = [];

    /// <param name="isKept">Whether an answer may be kept; what is not there yet is looked for each time.</param>
    public async Task<T> GetAsync(string key, Func<Task<T>> read, Predicate<T>? isKept = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_known.TryGetValue(key, out var known) && Stopwatch.GetElapsedTime(known.Read) < Moment) return known.Value;
        var begun = Stopwatch.GetTimestamp();
        var value = await read();
        if (isKept?.Invoke(value) ?? true) _known[key] = (value, begun);
        return value;
    }

    public void Forget(string key) => _known.TryRemove(key, out _);
}
