namespace Sakip.Host.Durable;

/// <summary>All durable timers, on one timer of the clock set to the earliest.</summary>
internal sealed class TimerQueue : IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<PendingTimer, (DateTime Due, long Order)> timers = new();
    private readonly TimeProvider clock;
    private readonly WorkGate work;
    private readonly Action<IEnumerable<Message>> deliver;
    private readonly TimeSpan longestWait;
    private readonly ITimer wakeUp;
    private DateTime wakeUpAt = DateTime.MaxValue;
    private long order;
    private bool stopped;

    public TimerQueue(TimeProvider clock, WorkGate work, Action<IEnumerable<Message>> deliver)
    {
        (this.clock, this.work, this.deliver) = (clock, work, deliver);
        // The system's timers stand still while the machine sleeps, and no clock's go further than 49 days.
        longestWait = clock == TimeProvider.System ? TimeSpan.FromMinutes(1) : TimeSpan.FromDays(40);
        wakeUp = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(IEnumerable<PendingTimer> added)
    {
        lock (gate)
        {
            foreach (var timer in added)
                timers.Enqueue(timer, (timer.Due, order++));
            SetWakeUp();
        }
    }

    public void Dispose()
    {
        lock (gate)
            stopped = true;
        wakeUp.Dispose();
    }

    private void Fire()
    {
        // Counted before the callback returns: on a virtual clock time must not move on while these are delivered.
        using var token = work.Enter();
        List<Message> due = [];
        lock (gate)
        {
            if (stopped)
                return;
            wakeUpAt = DateTime.MaxValue;
            var now = clock.GetUtcNow().UtcDateTime;
            while (timers.TryPeek(out var next, out _) && next.Due <= now)
            {
                timers.Dequeue();
                due.Add(new Message(next.InstanceId, next.ExecutionId, Events.Fired(now, next.TaskId, next.Due)));
            }
            SetWakeUp();
        }
        deliver(due);
    }

    private void SetWakeUp()
    {
        if (stopped || !timers.TryPeek(out var next, out _) || next.Due >= wakeUpAt)
            return;
        var wait = next.Due - clock.GetUtcNow().UtcDateTime;
        wait =
            wait < TimeSpan.Zero ? TimeSpan.Zero
            : wait > longestWait ? longestWait
            : wait;
        // The system's timers count whole milliseconds and would wake up too early.
        wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        wakeUpAt = next.Due;
        wakeUp.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
