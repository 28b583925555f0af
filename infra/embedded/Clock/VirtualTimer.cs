namespace Sakip.Embedded.Clock;

/// <summary>A timer on a <see cref="VirtualClock"/>.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? context = ExecutionContext.Capture();

    /// <summary>Which arming of this timer counts; 0 when it is not armed. The clock's lock guards it.</summary>
    public long Arming { get; set; }

    public TimeSpan? Period { get; set; }

    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero && dueTime != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(dueTime));
        if (period < TimeSpan.Zero && period != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(period));
        return clock.Arm(this, dueTime, period > TimeSpan.Zero ? period : null);
    }

    public void Fire()
    {
        if (context is null) callback(state);
        else ExecutionContext.Run(context, static timer => ((VirtualTimer)timer!).Call(), this);
    }

    public void Dispose() => clock.Retire(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
