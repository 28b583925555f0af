using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>
/// The one memory of a process, of a bounded size. It holds snapshots under their hash, which never change but can be
/// erased, and for a moment what many pages of a year read at once. Nothing is decided on what it holds of a year: a
/// change made by this process is seen at once, one by another process within the moment.
/// </summary>
internal sealed class OfficeMemory
{
    /// <summary>How long what another process changes may go unseen on a page.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>How long a process may know a snapshot that another one has erased.</summary>
    public static readonly TimeSpan LongestRemembered = TimeSpan.FromMinutes(10);

    /// <summary>How much is remembered in all, in bytes as <see cref="Snapshot.Size"/> counts them.</summary>
    public const long Most = 256 * 1024 * 1024;

    /// <summary>A snapshot that counts more is read each time.</summary>
    private const long Largest = 16 * 1024 * 1024;

    /// <summary>What a year's answer counts: a page's data, some kilobytes.</summary>
    private const long YearAnswer = 16 * 1024;

    // It lives as long as the process: nobody disposes of it.
    private readonly MemoryCache _cache = NewCache();
    private readonly ConcurrentDictionary<OfficeYear, CancellationTokenSource> _years = [];

    public int Count => _cache.Count;

    /// <summary>Tells that a year has changed: whatever was read of it before is forgotten.</summary>
    public void Changed(OfficeYear office)
    {
        if (_years.TryRemove(office, out var before))
            before.Cancel();
    }

    /// <param name="what">Names what is read, within the year.</param>
    /// <param name="read">Reads it; whoever asks meanwhile waits for the same answer, so it ends with nobody's request.</param>
    /// <param name="moment"><see cref="Moment"/>, unless it is dear to read and seldom changes.</param>
    public async Task<T> ReadAsync<T>(
        string what,
        OfficeYear office,
        Func<Task<T>> read,
        CancellationToken cancellation,
        TimeSpan? moment = null
    )
        where T : class
    {
        var key = (what, office);
        if (!_cache.TryGetValue(key, out Task<T>? known) || known!.IsFaulted || known.IsCanceled)
        {
            // Taken before the read begins: a change while it runs makes the answer an old one.
            var change = new CancellationChangeToken(
                _years.GetOrAdd(office, static _ => new CancellationTokenSource()).Token
            );
            known = read();
            Keep(key, known, YearAnswer, moment ?? Moment, change);
        }

        return await known.WaitAsync(cancellation);
    }

    /// <summary>The snapshot of a hash as remembered; null where it is not.</summary>
    public Snapshot? Find(string hash) => _cache.Get<Snapshot>(hash);

    public Snapshot Remember(string hash, byte[] content)
    {
        var snapshot = new Snapshot(content);
        if (snapshot.Size <= Largest)
            Keep(hash, snapshot, snapshot.Size, LongestRemembered);
        return snapshot;
    }

    public void Forget(string hash) => _cache.Remove(hash);

    /// <summary>What the owner of a key has kept under it; null where it has nothing or what it had is gone.</summary>
    public T? Find<T>(object key)
        where T : class => _cache.Get<T>(key);

    /// <param name="size">About how many bytes the value takes.</param>
    public void Keep(object key, object value, long size) => Keep(key, value, size, LongestRemembered);

    private static MemoryCache NewCache() => new(new MemoryCacheOptions { SizeLimit = Most });

    private void Keep(object key, object value, long size, TimeSpan time, IChangeToken? change = null)
    {
        var options = new MemoryCacheEntryOptions { Size = size, AbsoluteExpirationRelativeToNow = time };
        if (change is not null)
            options.ExpirationTokens.Add(change);
        _cache.Set(key, value, options);
    }
}

/// <summary>A snapshot's bytes and, once somebody has read it, the record that they hold.</summary>
internal sealed class Snapshot(byte[] content)
{
    private object? _value;

    public byte[] Content => content;

    /// <summary>The bytes, and about three times as much for the record made from them.</summary>
    public long Size => 4L * content.Length;

    public T As<T>(Func<byte[], T> read)
        where T : class => (_value ??= read(content)) as T ?? read(content);
}
