namespace Sakip.Host.Timers;

/// <summary>Runs one timer function: on its schedule, once for ticks that were missed, never twice at a time.</summary>
// Its semaphore has no handle to free, and whoever waited for it when it was disposed would wait for ever.
#pragma warning disable CA1001
internal sealed class TimerFunction(
    Function function,
    TimerSchedule schedule,
    Invocations invocations,
    DurableEngine engine,
    TimeProvider clock,
    WorkGate gate,
    ILogger logger
)
#pragma warning restore CA1001
{
    // No timer of the system waits for longer than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(45);
    private readonly SemaphoreSlim one = new(1);
    private ITimer? timer;
    private Record? record;
    private DateTime next;
    private bool stopped;
    private bool cutOff;

    public string Name => function.Name;

    private string MetaKey => $"timer:{function.Name}";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task StartAsync()
    {
        var text = await engine.GetMetaAsync(MetaKey);
        record = text is null ? null : JsonSerializer.Deserialize<Record>(text);
        timer = clock.CreateTimer(_ => Due(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var isSame = record?.Schedule == schedule.Text;
        if (isSame && record!.Next <= Now)
        {
            _ = RunAsync(gate.Enter(), pastDue: true, onSchedule: true);
            return;
        }
        if (!isSame)
            await RememberAsync(record?.Last ?? default);
        Arm();
    }

    /// <summary>Runs the function now, whatever its schedule, after a run that is going on.</summary>
    public void RunNow() => _ = RunAsync(gate.Enter(), pastDue: false, onSchedule: false);

    /// <summary>Begins no further run and waits for one that is going on.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        Volatile.Write(ref stopped, true);
        if (timer is not null)
            await timer.DisposeAsync();
        await one.WaitAsync(ct);
        one.Release();
    }

    private void Due()
    {
        if (Now < next)
            Arm();
        else
            _ = RunAsync(gate.Enter(), pastDue: false, onSchedule: true);
    }

    private void Arm()
    {
        if (schedule.NextAfter(Now) is not { } occurrence)
            return;
        next = occurrence;
        var wait = occurrence - Now;
        timer!.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    private async Task RunAsync(WorkToken work, bool pastDue, bool onSchedule)
    {
        using var token = work;
        await one.WaitAsync();
        try
        {
            if (Volatile.Read(ref stopped))
                return;
            var started = Now;
            await InvokeAsync(pastDue);
            // A run that the host's end cut off is missed: it comes again after the next start.
            if (!onSchedule || cutOff)
                return;
            await RememberAsync(started);
            Arm();
        }
        finally
        {
            one.Release();
        }
    }

    private async Task InvokeAsync(bool pastDue)
    {
        var status = record is null
            ? null
            : new
            {
                Last = Utc(record.Last),
                Next = Utc(record.Next),
                LastUpdated = Utc(record.LastUpdated),
            };
        var info = JsonSerializer.Serialize(
            new
            {
                Schedule = new { AdjustForDST = true },
                ScheduleStatus = status,
                IsPastDue = pastDue,
            }
        );
        try
        {
            // A tick that fails is logged, and the next one comes, as on the real host.
            if (await invocations.TickAsync(function, info) is { } failure)
                HostLog.FunctionFailed(logger, function.Name, failure);
        }
        catch (WorkerGoneException)
        {
            cutOff = Volatile.Read(ref stopped);
        }
    }

    private static DateTimeOffset Utc(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));

    private async Task RememberAsync(DateTime last)
    {
        record = new Record(schedule.Text, last, schedule.NextAfter(Now) ?? DateTime.MaxValue, Now);
        await engine.SetMetaAsync(MetaKey, JsonSerializer.Serialize(record));
    }

    private sealed record Record(string Schedule, DateTime Last, DateTime Next, DateTime LastUpdated);
}
