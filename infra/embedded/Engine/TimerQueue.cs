using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>All durable timers, on one timer of the clock set to the earliest.</summary>
internal sealed class TimerQueue : IDisposable
{
    /// <summary>
    /// The system's timers stand still while the machine sleeps: after that they are late by this at most.
    /// </summary>
    private static readonly TimeSpan LongestSystemWait = TimeSpan.FromMinutes(1);

    /// <summary>A clock's timers go no further than 49 days.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly Lock gate = new();
    private readonly PriorityQueue<PendingTimer, (DateTime Due, long Order)> timers = new();
    private readonly TimeProvider clock;
    private readonly Func<WorkToken> enter;
    private readonly Action<Delivery> deliver;
    private readonly TimeSpan longestWait;
    private readonly ITimer wakeUp;
    private DateTime wakeUpAt = DateTime.MaxValue;
    private long order;
    private bool stopped;

    public TimerQueue(TimeProvider clock, Func<WorkToken> enter, Action<Delivery> deliver)
    {
        this.clock = clock;
        this.enter = enter;
        this.deliver = deliver;
        longestWait = clock == TimeProvider.System ? LongestSystemWait : LongestWait;
        wakeUp = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(IEnumerable<PendingTimer> added)
    {
        lock (gate)
        {
            foreach (var timer in added) timers.Enqueue(timer, (timer.Due, order++));
            SetWakeUp();
        }
    }

    public void Dispose()
    {
        lock (gate) stopped = true;
        wakeUp.Dispose();
    }

    private void Fire()
    {
        // Counted before the callback returns: on a virtual clock time must not move on while these are delivered.
        using var token = enter();
        List<PendingTimer> due = [];
        lock (gate)
        {
            if (stopped) return;
            wakeUpAt = DateTime.MaxValue;
            var now = clock.GetUtcNow().UtcDateTime;
            while (timers.TryPeek(out var next, out _) && next.Due <= now) due.Add(timers.Dequeue());
            SetWakeUp();
        }
        foreach (var timer in due)
        {
            deliver(new Delivery(timer.InstanceId, new Message(0, timer.ExecutionId, new TimerFired(timer.TaskId))));
        }
    }

    private void SetWakeUp()
    {
        if (stopped || !timers.TryPeek(out var next, out _) || next.Due >= wakeUpAt) return;
        var wait = next.Due - clock.GetUtcNow().UtcDateTime;
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longestWait ? longestWait : wait;
        // The system's timers count whole milliseconds and would wake up too early.
        wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        wakeUpAt = next.Due;
        wakeUp.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
