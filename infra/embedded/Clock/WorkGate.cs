namespace Sakip.Embedded.Clock;

/// <summary>
/// Counts the work that is queued or running: turns, activities, timer functions, HTTP requests. On a virtual clock
/// time moves only while the count is zero. A token is taken before work is queued, and disposed after the work's
/// effects are committed and its follow-up work has taken tokens of its own.
/// </summary>
public sealed class WorkGate
{
    private readonly Lock gate = new();
    private TaskCompletionSource? idle;
    private int running;

    /// <summary>How much work is queued or running now.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>Counts one piece of work until the token is disposed.</summary>
    public WorkToken Enter()
    {
        lock (gate) running++;
        return new WorkToken(this, null);
    }

    /// <summary>Counts one piece of work that is counted elsewhere too; disposing the token ends both.</summary>
    internal WorkToken Enter(WorkToken elsewhere)
    {
        lock (gate) running++;
        return new WorkToken(this, elsewhere);
    }

    /// <summary>Completes when nothing is queued or running; at once if that is so now.</summary>
    public Task WhenIdleAsync(CancellationToken ct)
    {
        lock (gate)
        {
            if (running == 0) return Task.CompletedTask;
            idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task.WaitAsync(ct);
        }
    }

    internal void Leave()
    {
        TaskCompletionSource? reached = null;
        lock (gate)
        {
            if (--running == 0) (reached, idle) = (idle, null);
        }
        reached?.SetResult();
    }
}
