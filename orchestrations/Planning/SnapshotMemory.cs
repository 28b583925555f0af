using System.Collections.Concurrent;
using System.Diagnostics;
using Sakip.Storage;

namespace Sakip.Planning;

/// <summary>
/// Remembers snapshots under their hash: so many, and for so long. What was erased from storage is forgotten by the
/// process that erased it at once and by every other when its time is over.
/// </summary>
internal sealed class SnapshotMemory
{
    /// <summary>How many are remembered: some versions of the plans and budgets of all offices that are at work.</summary>
    public const int Most = 128;

    private readonly BlobVault _vault;

    private readonly ConcurrentDictionary<string, (object Value, long Read)> _known = new(StringComparer.Ordinal);

    public SnapshotMemory(BlobVault vault)
    {
        _vault = vault;
        vault.Erased += hash => _known.TryRemove(hash, out _);
    }

    public int Count => _known.Count;

    public async Task<T> ReadAsync<T>(string hash, CancellationToken cancellation)
        where T : class
    {
        if (
            _known.TryGetValue(hash, out var known)
            && Stopwatch.GetElapsedTime(known.Read) < BlobVault.LongestRemembered
        )
        {
            return (T)known.Value;
        }
        var value = SakipJson.Read<T>(await _vault.SnapshotAsync(hash, cancellation));
        if (_known.Count >= Most)
            DropOldest();
        _known[hash] = (value, Stopwatch.GetTimestamp());
        return value;
    }

    private void DropOldest()
    {
        foreach (var (hash, _) in _known.OrderBy(one => one.Value.Read).Take(Most / 4))
            _known.TryRemove(hash, out _);
    }
}
