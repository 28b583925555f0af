namespace Sakip.Embedded.Engine;

/// <summary>Wakes those who wait for an instance to change.</summary>
internal sealed class InstanceWatch
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Watching>> watched = new(StringComparer.Ordinal);
    private Exception? failure;

    /// <summary>Waits for changes of one instance until it is disposed.</summary>
    public Watching Watch(string instanceId)
    {
        var watching = new Watching(this, instanceId);
        lock (gate)
        {
            if (!watched.TryGetValue(instanceId, out var all)) watched.Add(instanceId, all = []);
            all.Add(watching);
            if (failure is not null) watching.Fail(failure);
        }
        return watching;
    }

    public void Changed(string instanceId)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(instanceId, out var all)) return;
            foreach (var watching in all) watching.Signal();
        }
    }

    /// <summary>Fails everybody who waits or comes later.</summary>
    public void Fail(Exception exception)
    {
        lock (gate)
        {
            failure ??= exception;
            foreach (var watching in watched.Values.SelectMany(all => all)) watching.Fail(exception);
        }
    }

    private void Remove(Watching watching)
    {
        lock (gate)
        {
            var all = watched[watching.InstanceId];
            all.Remove(watching);
            if (all.Count == 0) watched.Remove(watching.InstanceId);
        }
    }

    internal sealed class Watching(InstanceWatch owner, string instanceId) : IDisposable
    {
        private TaskCompletionSource change = New();

        public string InstanceId => instanceId;

        /// <summary>Completes with the first committed change since the last call.</summary>
        public Task NextChangeAsync(CancellationToken cancellation)
            => Volatile.Read(ref change).Task.WaitAsync(cancellation);

        /// <summary>Forgets the changes so far; to be called before the instance is read.</summary>
        public void Reset()
        {
            if (change.Task.IsCompletedSuccessfully) Volatile.Write(ref change, New());
        }

        public void Signal() => change.TrySetResult();

        public void Fail(Exception exception) => change.TrySetException(exception);

        public void Dispose() => owner.Remove(this);

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
