using System.Collections.Concurrent;

namespace Sakip.Storage;

/// <summary>Remembers what never changes under its key, as many as it may hold; then it starts anew.</summary>
internal sealed class BoundedMemory<T>(int capacity)
    where T : class
{
    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    public T? Find(string key) => _known.GetValueOrDefault(key);

    public void Keep(string key, T value)
    {
        if (_known.Count >= capacity)
            _known.Clear();
        _known[key] = value;
    }
}
