namespace Sakip.Embedded.Engine.Execution;

/// <summary>
/// The one thread that runs an orchestrator during a turn. Continuations run on it at once; what arrives from another
/// thread is an illegal await and fails the orchestration.
/// </summary>
internal sealed class TurnThread(Action onIllegalAwait) : SynchronizationContext
{
    public const string IllegalAwait =
        "An invalid asynchronous invocation was detected. This can be caused by awaiting non-durable tasks in an"
        + " orchestrator function's implementation or by middleware that invokes asynchronous code.";

    private volatile int thread;

    /// <summary>Whether something came back to the orchestrator from another thread.</summary>
    public bool WasLeft { get; private set; }

    private bool IsHere => thread == Environment.CurrentManagedThreadId;

    public void Run(Action turn)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        thread = Environment.CurrentManagedThreadId;
        try
        {
            turn();
        }
        finally
        {
            thread = 0;
            SetSynchronizationContext(previous);
        }
    }

    public void Require()
    {
        if (!IsHere) throw new InvalidOperationException(IllegalAwait);
    }

    /// <summary>Notices a completion off this thread.</summary>
    public void Watch(Task task) => task.ContinueWith(
        _ =>
        {
            if (!IsHere) Leave();
        },
        CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsHere) d(state);
        else Leave();
    }

    public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

    private void Leave()
    {
        WasLeft = true;
        onIllegalAwait();
    }
}
