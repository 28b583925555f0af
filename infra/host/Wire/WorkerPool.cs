namespace Sakip.Host.Wire;

/// <summary>The workers that have loaded the functions. Invocations go round them.</summary>
internal sealed class WorkerPool
{
    private readonly Lock _gate = new();
    private volatile Worker[] _ready = [];
    private TaskCompletionSource _someone = NewWait();
    private uint _turn;

    public IReadOnlyList<Worker> Ready => _ready;

    public void Add(Worker worker)
    {
        lock (_gate)
        {
            _ready = [.. _ready, worker];
            _someone.TrySetResult();
        }
    }

    public void Remove(Worker worker)
    {
        lock (_gate)
        {
            _ready = [.. _ready.Where(other => other != worker)];
            if (_ready is [] && _someone.Task.IsCompleted)
                _someone = NewWait();
        }
    }

    /// <summary>The next worker in turn; while there is none, the first that comes.</summary>
    public async ValueTask<Worker> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task wait;
            lock (_gate)
            {
                if (_ready is not [])
                    return _ready[(int)(_turn++ % (uint)_ready.Length)];
                wait = _someone.Task;
            }
            await wait.WaitAsync(cancellation);
        }
    }

    private static TaskCompletionSource NewWait() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
