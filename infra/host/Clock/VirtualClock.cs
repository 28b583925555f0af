namespace Sakip.Host.Clock;

/// <summary>A clock that begins at a chosen instant. Held, it stands until it is moved; otherwise it runs at
/// real speed. Its timers stand in one queue and fire in the order of (instant, sequence of arming).</summary>
internal sealed class VirtualClock : TimeProvider, IDisposable
{
    private readonly Lock _gate = new();
    private readonly SortedSet<VirtualTimer> _queue = new(
        Comparer<VirtualTimer>.Create((x, y) => x.Place.CompareTo(y.Place))
    );
    private readonly Timer? _pulse;
    private DateTimeOffset _origin;
    private long _anchor;
    private long _armings;

    public VirtualClock(DateTimeOffset start, bool held)
    {
        _origin = start.ToUniversalTime();
        _anchor = System.GetTimestamp();
        if (!held)
            _pulse = new Timer(_ => Beat(), null, Timeout.Infinite, Timeout.Infinite);
    }

    public bool IsHeld => _pulse is null;

    /// <summary>Ticks of 100 ns on this clock, so that measured durations agree with its timers.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
                return _queue.Min?.Place.Due;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return Now();
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose() => _pulse?.Dispose();

    /// <summary>Sets the clock to <paramref name="instant"/> unless that lies in its past. Fires nothing.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        lock (_gate)
        {
            if (instant <= Now())
                return;
            _origin = instant.ToUniversalTime();
            _anchor = System.GetTimestamp();
            SetPulse();
        }
    }

    /// <summary>Fires the first entry that is due, on the caller's thread; false when none is.</summary>
    public bool FireNext()
    {
        VirtualTimer timer;
        lock (_gate)
        {
            if (_queue.Min is not { } first || first.Place.Due > Now())
                return false;
            timer = first;
            _queue.Remove(timer);
            if (timer.Period is { } period)
                Arm(timer, timer.Place.Due + period);
        }
        timer.Fire();
        return true;
    }

    private void Arm(VirtualTimer timer, DateTimeOffset due)
    {
        timer.Place = (due, ++_armings);
        _queue.Add(timer);
        SetPulse();
    }

    private DateTimeOffset Now() => IsHeld ? _origin : _origin + System.GetElapsedTime(_anchor);

    private void SetPulse()
    {
        if (_pulse is null || _queue.Min is not { } first)
            return;
        var wait = Math.Ceiling((first.Place.Due - Now()).TotalMilliseconds);
        _pulse.Change((long)Math.Clamp(wait, 0, TimeSpan.MillisecondsPerDay), Timeout.Infinite);
    }

    private void Beat()
    {
        while (FireNext())
            continue;
        lock (_gate)
            SetPulse();
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private bool _isDisposed;

        /// <summary>Where it stands in the queue, or last stood. The clock's lock guards it.</summary>
        public (DateTimeOffset Due, long Arming) Place { get; set; }

        public TimeSpan? Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
            ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
            lock (clock._gate)
            {
                if (_isDisposed)
                    return false;
                Period = period > TimeSpan.Zero ? period : null;
                clock._queue.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                var now = clock.Now();
                clock.Arm(this, dueTime < DateTimeOffset.MaxValue - now ? now + dueTime : DateTimeOffset.MaxValue);
                return true;
            }
        }

        public void Fire()
        {
            if (_context is null)
                callback(state);
            else
                ExecutionContext.Run(_context, _ => callback(state), null);
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                _isDisposed = true;
                clock._queue.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
