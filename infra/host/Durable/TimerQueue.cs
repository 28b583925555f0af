namespace Sakip.Host.Durable;

/// <summary>All durable timers, on one timer of the clock set to the earliest.</summary>
internal sealed class TimerQueue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<PendingTimer, (DateTime Due, long Order)> _timers = new();
    private readonly TimeProvider _clock;
    private readonly WorkGate _work;
    private readonly Action<IEnumerable<Message>> _deliver;
    private readonly TimeSpan _longestWait;
    private readonly ITimer _wakeUp;
    private DateTime _wakeUpAt = DateTime.MaxValue;
    private long _order;
    private bool _stopped;

    public TimerQueue(TimeProvider clock, WorkGate work, Action<IEnumerable<Message>> deliver)
    {
        (_clock, _work, _deliver) = (clock, work, deliver);
        // The system's timers stand still while the machine sleeps, and no clock's go further than 49 days.
        _longestWait = clock == TimeProvider.System ? TimeSpan.FromMinutes(1) : TimeSpan.FromDays(40);
        _wakeUp = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(IEnumerable<PendingTimer> added)
    {
        lock (_gate)
        {
            foreach (var timer in added)
                _timers.Enqueue(timer, (timer.Due, _order++));
            SetWakeUp();
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _stopped = true;
        _wakeUp.Dispose();
    }

    private void Fire()
    {
        // Counted before the callback returns: on a virtual clock time must not move on while these are delivered.
        using var token = _work.Enter();
        List<Message> due = [];
        lock (_gate)
        {
            if (_stopped)
                return;
            _wakeUpAt = DateTime.MaxValue;
            var now = _clock.GetUtcNow().UtcDateTime;
            while (_timers.TryPeek(out var next, out _) && next.Due <= now)
            {
                _timers.Dequeue();
                due.Add(new Message(next.InstanceId, next.ExecutionId, Events.Fired(now, next.TaskId, next.Due)));
            }
            SetWakeUp();
        }
        _deliver(due);
    }

    private void SetWakeUp()
    {
        if (_stopped || !_timers.TryPeek(out var next, out _) || next.Due >= _wakeUpAt)
            return;
        var wait = (next.Due - _clock.GetUtcNow().UtcDateTime).TotalMilliseconds;
        // The system's timers count whole milliseconds and would wake up too early.
        var rest = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Clamp(wait, 0, _longestWait.TotalMilliseconds)));
        _wakeUpAt = next.Due;
        _wakeUp.Change(rest, Timeout.InfiniteTimeSpan);
    }
}
