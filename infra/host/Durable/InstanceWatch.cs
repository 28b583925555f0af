namespace Sakip.Host.Durable;

internal sealed class InstanceWatch
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _watched = new(StringComparer.Ordinal);
    private Exception? _failure;

    /// <summary>Completes with the next change; to be called before the instance is read.</summary>
    public Task NextChange(string id)
    {
        var change = _watched.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (Volatile.Read(ref _failure) is { } failed)
            change.TrySetException(failed);
        return change.Task;
    }

    public void Changed(string id)
    {
        if (_watched.TryRemove(id, out var change))
            change.TrySetResult();
    }

    public void Fail(Exception exception)
    {
        Interlocked.CompareExchange(ref _failure, exception, null);
        foreach (var change in _watched.Values)
            change.TrySetException(exception);
    }
}
