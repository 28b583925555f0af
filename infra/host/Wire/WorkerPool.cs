namespace Sakip.Host.Wire;

/// <summary>The workers that have loaded the functions. Invocations go round them.</summary>
internal sealed class WorkerPool
{
    private readonly Lock gate = new();
    private volatile Worker[] ready = [];
    private TaskCompletionSource someone = NewWait();
    private uint turn;

    public IReadOnlyList<Worker> Ready => ready;

    public void Add(Worker worker)
    {
        lock (gate)
        {
            ready = [.. ready, worker];
            someone.TrySetResult();
        }
    }

    public void Remove(Worker worker)
    {
        lock (gate)
        {
            ready = [.. ready.Where(other => other != worker)];
            if (ready is [] && someone.Task.IsCompleted)
                someone = NewWait();
        }
    }

    /// <summary>The next worker in turn; while there is none, the first that comes.</summary>
    public async ValueTask<Worker> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (ready is not [])
                    return ready[(int)(turn++ % (uint)ready.Length)];
                wait = someone.Task;
            }
            await wait.WaitAsync(ct);
        }
    }

    private static TaskCompletionSource NewWait() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
