using System.Collections.Concurrent;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>Connections for reading; each is used by one thread at a time.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private readonly ConcurrentBag<StoreReader> free = [];
    private volatile bool closed;

    public T Read<T>(Func<StoreReader, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (!free.TryTake(out var reader)) reader = new StoreReader(EngineDatabase.OpenReader(path));
        try
        {
            return read(reader);
        }
        finally
        {
            free.Add(reader);
            if (closed) Dispose();
        }
    }

    public void Dispose()
    {
        closed = true;
        while (free.TryTake(out var reader)) reader.Dispose();
    }
}
