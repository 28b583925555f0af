namespace Sakip.Embedded.Clock;

/// <summary>
/// A clock that begins at a chosen instant. Held, it stands until it is moved; otherwise it runs at real speed from
/// there. All timers made on it stand in one queue and fire in the order of (instant, sequence of arming).
/// </summary>
public sealed class VirtualClock : TimeProvider, IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<(VirtualTimer Timer, long Arming), (long Ticks, long Arming)> queue = new();
    private readonly Timer? pulse;
    private DateTimeOffset origin;
    private long anchor;
    private long armings;

    /// <param name="start">The first instant.</param>
    /// <param name="held">Whether time stands until it is moved.</param>
    public VirtualClock(DateTimeOffset start, bool held)
    {
        IsHeld = held;
        origin = start.ToUniversalTime();
        anchor = System.GetTimestamp();
        if (!held) pulse = new Timer(_ => Beat(), null, Timeout.Infinite, Timeout.Infinite);
    }

    public bool IsHeld { get; }

    /// <summary>Ticks of 100 ns on this clock, so that measured durations agree with its timers.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The instant of the first entry in the queue; null when nothing waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate) return Head() is { } head ? new DateTimeOffset(head.Ticks, TimeSpan.Zero) : null;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return Now();
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose() => pulse?.Dispose();

    /// <summary>Sets the clock to <paramref name="instant"/> unless that lies in its past. Fires nothing.</summary>
    internal void MoveTo(DateTimeOffset instant)
    {
        lock (gate)
        {
            if (instant <= Now()) return;
            origin = instant.ToUniversalTime();
            anchor = System.GetTimestamp();
            SetPulse();
        }
    }

    /// <summary>Fires the first entry that is due, on the caller's thread; false when none is.</summary>
    internal bool FireNext()
    {
        VirtualTimer timer;
        lock (gate)
        {
            if (Head() is not { } head || head.Ticks > Now().UtcTicks) return false;
            timer = queue.Dequeue().Timer;
            timer.Arming = 0;
            if (timer.Period is { } period) Arm(timer, new DateTimeOffset(head.Ticks, TimeSpan.Zero) + period);
        }
        timer.Fire();
        return true;
    }

    internal bool Arm(VirtualTimer timer, TimeSpan dueTime, TimeSpan? period)
    {
        lock (gate)
        {
            if (timer.IsDisposed) return false;
            timer.Period = period;
            timer.Arming = 0;
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            var now = Now();
            Arm(timer, dueTime < DateTimeOffset.MaxValue - now ? now + dueTime : DateTimeOffset.MaxValue);
            return true;
        }
    }

    internal void Retire(VirtualTimer timer)
    {
        lock (gate)
        {
            timer.IsDisposed = true;
            timer.Arming = 0;
        }
    }

    private void Arm(VirtualTimer timer, DateTimeOffset due)
    {
        timer.Arming = ++armings;
        queue.Enqueue((timer, timer.Arming), (due.UtcTicks, timer.Arming));
        SetPulse();
    }

    private DateTimeOffset Now() => IsHeld ? origin : origin + System.GetElapsedTime(anchor);

    private (long Ticks, long Arming)? Head()
    {
        while (queue.TryPeek(out var entry, out var place))
        {
            if (entry.Timer.Arming == entry.Arming) return place;
            queue.Dequeue();
        }
        return null;
    }

    private void SetPulse()
    {
        if (pulse is null || Head() is not { } head) return;
        var wait = Math.Ceiling((head.Ticks - Now().UtcTicks) / (double)TimeSpan.TicksPerMillisecond);
        pulse.Change((long)Math.Clamp(wait, 0, TimeSpan.MillisecondsPerDay), Timeout.Infinite);
    }

    private void Beat()
    {
        while (FireNext())
        {
        }
        lock (gate) SetPulse();
    }
}
