namespace Sakip.Host.Clock;

/// <summary>Counts the work that is queued or running: turns, activities, timer functions, HTTP requests. On a virtual
/// clock time moves only while the count is zero. A token is taken before work is queued, and disposed after the work's
/// effects are committed and its follow-up work has taken tokens of its own.</summary>
internal sealed class WorkGate
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _idle;
    private int _running;

    public int Running => Volatile.Read(ref _running);

    /// <summary>Counts one piece of work until its token is disposed, which ends its counting elsewhere too.</summary>
    public WorkToken Enter(WorkToken? elsewhere = null)
    {
        lock (_gate)
            _running++;
        return new WorkToken(this, elsewhere);
    }

    public Task WhenIdleAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_running == 0)
                return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task.WaitAsync(cancellation);
        }
    }

    public void Leave()
    {
        TaskCompletionSource? reached = null;
        lock (_gate)
        {
            if (--_running == 0)
                (reached, _idle) = (_idle, null);
        }
        reached?.SetResult();
    }
}

/// <summary>One piece of work that a gate counts; disposing it again does nothing.</summary>
internal sealed class WorkToken(WorkGate gate, WorkToken? elsewhere) : IDisposable
{
    private WorkGate? _gate = gate;

    public void Dispose()
    {
        Interlocked.Exchange(ref _gate, null)?.Leave();
        elsewhere?.Dispose();
    }
}
