namespace Sakip.Host.Durable;

/// <summary>Runs what is added, in its order and a limited number at a time; a run reports its own failures.</summary>
internal sealed class WorkQueue<T>(int mostAtOnce, Action<Action> schedule, Func<T, Task> run)
{
    private readonly Lock _access = new();
    private readonly Queue<T> _waiting = [];
    private int _running;
    private bool _stopped;

    /// <summary>False when nothing is begun any more.</summary>
    public bool Add(T item)
    {
        lock (_access)
        {
            if (_stopped)
                return false;
            _waiting.Enqueue(item);
            if (_running == mostAtOnce)
                return true;
            _running++;
        }
        schedule(RunNext);
        return true;
    }

    public IReadOnlyList<T> Stop()
    {
        lock (_access)
        {
            _stopped = true;
            var left = _waiting.ToList();
            _waiting.Clear();
            return left;
        }
    }

    private void RunNext()
    {
        T? next;
        lock (_access)
        {
            if (!_waiting.TryDequeue(out next))
            {
                _running--;
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
