namespace Sakip.Embedded.Engine;

/// <summary>Wakes those who wait for an instance to change.</summary>
internal sealed class InstanceWatch
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TaskCompletionSource> watched = new(StringComparer.Ordinal);

    /// <summary>Completes with the next committed change of the instance.</summary>
    public Task NextChange(string instanceId)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(instanceId, out var change))
            {
                change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                watched.Add(instanceId, change);
            }
            return change.Task;
        }
    }

    public void Changed(string instanceId)
    {
        TaskCompletionSource? change;
        lock (gate) watched.Remove(instanceId, out change);
        change?.SetResult();
    }

    /// <summary>Fails everybody who waits.</summary>
    public void Fail(Exception exception)
    {
        List<TaskCompletionSource> changes;
        lock (gate)
        {
            changes = [.. watched.Values];
            watched.Clear();
        }
        foreach (var change in changes) change.TrySetException(exception);
    }
}
