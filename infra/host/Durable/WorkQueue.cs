namespace Sakip.Host.Durable;

/// <summary>Runs what is added, in its order and a limited number at a time; a run reports its own failures.</summary>
internal sealed class WorkQueue<T>(int mostAtOnce, Action<Action> schedule, Func<T, Task> run)
{
    private readonly Lock access = new();
    private readonly Queue<T> waiting = [];
    private int running;
    private bool stopped;

    /// <summary>False when nothing is begun any more.</summary>
    public bool Add(T item)
    {
        lock (access)
        {
            if (stopped)
                return false;
            waiting.Enqueue(item);
            if (running == mostAtOnce)
                return true;
            running++;
        }
        schedule(RunNext);
        return true;
    }

    public IReadOnlyList<T> Stop()
    {
        lock (access)
        {
            stopped = true;
            var left = waiting.ToList();
            waiting.Clear();
            return left;
        }
    }

    private void RunNext()
    {
        T? next;
        lock (access)
        {
            if (!waiting.TryDequeue(out next))
            {
                running--;
                return;
            }
        }
        _ = RunAsync(next);
    }

    private async Task RunAsync(T item)
    {
        await run(item);
        schedule(RunNext);
    }
}
