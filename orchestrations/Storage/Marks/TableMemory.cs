using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;

namespace Sakip.Storage;

/// <summary>
/// What was read of the tables, by place, until somebody writes there: this process at once, another one as its mark is
/// seen. So a sweep over offices in which nothing has happened asks nothing of them.
/// </summary>
/// <param name="longest">
/// How long what is edited past the app may go unseen; nothing is remembered where it is zero.
/// </param>
internal sealed class TableMemory(WriteMarks marks, TimeSpan longest)
{
    /// <summary>Sweeps look together, and again as often as this: what is missed by one is found by the next.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>What edits the tables past the app is seen by people and their steps within this time.</summary>
    public static readonly TimeSpan OfPeople = TimeSpan.FromMinutes(10);

    /// <summary>Activities that begin within this time look together.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromMilliseconds(200);

    /// <summary>How many bytes are remembered in all; beyond, what was not asked for longest is read again.</summary>
    private const long Most = 64 * 1024 * 1024;

    private const int Largest = 256 * 1024;

    /// <summary>Of so many places this process knows that it has written in them; beyond, all is read again.</summary>
    private const int MostPlaces = 100_000;

    // About what the headers and the names of an answer take.
    private const int Overhead = 1024;

    // It lives as long as the process: nobody disposes of it.
    private readonly MemoryCache _answers = NewCache();
    private readonly ConcurrentDictionary<string, long> _changes = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();

    private long _number;

    // Stands for every place of which nothing is known; raised when they are forgotten, so that no answer outlives that.
    private long _floor;

    private static MemoryCache NewCache() => new(new MemoryCacheOptions { SizeLimit = Most });

    private sealed record Answer(object Value, long Changes, DateTimeOffset At, long Since);

    public bool IsOn => longest > TimeSpan.Zero;

    /// <summary>Number of the last change that this process has begun or ended in a place; an answer from before is not kept after it.</summary>
    public long Changes(TablePlace place) => _changes.GetValueOrDefault(place.Name, Volatile.Read(ref _floor));

    public void Changed(TablePlace place)
    {
        lock (_changing)
        {
            if (_changes.Count > MostPlaces)
            {
                Volatile.Write(ref _floor, ++_number);
                _changes.Clear();
            }

            _changes[place.Name] = _changes[place.Wider] = ++_number;
        }
    }

    /// <param name="within">How old the answer may be, where that is less than it is known.</param>
    public T? Find<T>(string name, TablePlace place, TimeSpan? within = null)
        where T : class =>
        _answers.TryGetValue(name, out Answer? answer)
        && answer!.Changes == Changes(place)
        && !(Stopwatch.GetElapsedTime(answer.Since) > within)
        && !marks.IsDoubtful(place.Mark, answer.At)
            ? answer.Value as T
            : null;

    /// <param name="at">When it was answered, as storage has the time.</param>
    /// <param name="changes">What <see cref="Changes"/> was before it was asked for.</param>
    public void Keep(TablePlace place, string name, object value, int size, DateTimeOffset at, long changes)
    {
        if (size > Largest || changes != Changes(place))
            return;
        _answers.Set(
            name,
            new Answer(value, changes, at, Stopwatch.GetTimestamp()),
            new MemoryCacheEntryOptions { Size = size + Overhead, AbsoluteExpirationRelativeToNow = longest }
        );
    }
}
