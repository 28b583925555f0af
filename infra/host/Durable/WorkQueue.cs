namespace Sakip.Host.Durable;

/// <summary>Runs what is added, in its order and a limited number at a time; a run reports its own failures.</summary>
internal sealed class WorkQueue(int mostAtOnce, Action<Action> schedule)
{
    private readonly Lock _access = new();
    private readonly Queue<(Func<Task> Run, IDisposable? Token)> _waiting = [];
    private int _running;
    private bool _stopped;

    /// <param name="token">Is given back where the queue stops before the run has begun.</param>
    public void Add(Func<Task> run, IDisposable? token = null)
    {
        lock (_access)
        {
            if (_stopped)
            {
                token?.Dispose();
                return;
            }
            _waiting.Enqueue((run, token));
            if (_running == mostAtOnce)
                return;
            _running++;
        }
        schedule(() => _ = RunNextAsync());
    }

    public void Stop()
    {
        lock (_access)
        {
            _stopped = true;
            while (_waiting.TryDequeue(out var left))
                left.Token?.Dispose();
        }
    }

    private async Task RunNextAsync()
    {
        (Func<Task> Run, IDisposable?) next;
        lock (_access)
        {
            if (!_waiting.TryDequeue(out next))
            {
                _running--;
                return;
            }
        }
        await next.Run();
        schedule(() => _ = RunNextAsync());
    }
}
