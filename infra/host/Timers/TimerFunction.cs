namespace Sakip.Host.Timers;

/// <summary>What all timer functions of a host share.</summary>
internal sealed record TimerScope(Invocations Invocations, DurableEngine Engine, ILogger Logger);

/// <summary>Runs one timer function: on its schedule, once for ticks that were missed; and when somebody rings, beside that.</summary>
// Its semaphore has no handle to free, and whoever waited for it when it was disposed would wait for ever.
#pragma warning disable CA1001
internal sealed class TimerFunction(Function function, TimerSchedule schedule, TimerScope scope)
#pragma warning restore CA1001
{
    // No timer of the system waits for longer than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(45);
    private readonly SemaphoreSlim _one = new(1);
    private ITimer? _timer;
    private Record? _record;
    private DateTime _next;
    private bool _stopped;
    private Task _rung = Task.CompletedTask;

    public string Name => function.Name;

    private string MetaKey => $"timer:{function.Name}";

    private DateTime Now => scope.Engine.Now;

    public async Task StartAsync()
    {
        var text = await scope.Engine.GetMetaAsync(MetaKey);
        _record = text is null ? null : JsonSerializer.Deserialize<Record>(text);
        _timer = scope.Engine.Clock.CreateTimer(_ => Due(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var isSame = _record?.Schedule == schedule.Text;
        if (isSame && _record!.Next <= Now)
            _ = RunAsync(pastDue: true);
        else if (isSame)
            Arm();
        else
            await RememberAsync(_record?.Last ?? default);
    }

    /// <summary>Runs the function now, whatever its schedule and beside runs that are going on, as the real host does.</summary>
    public void RunNow()
    {
        lock (_one)
            _rung = Task.WhenAll(_rung, Volatile.Read(ref _stopped) ? Task.CompletedTask : InvokeAsync(pastDue: false));
    }

    /// <summary>Begins no further run and waits for those that are going on.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        Volatile.Write(ref _stopped, true);
        if (_timer is not null)
            await _timer.DisposeAsync();
        await _one.WaitAsync(cancellation);
        _one.Release();
        await _rung.WaitAsync(cancellation);
    }

    private void Due()
    {
        if (Now < _next)
            Arm();
        else
            _ = RunAsync(pastDue: false);
    }

    private void Arm()
    {
        if (schedule.NextAfter(Now) is not { } occurrence)
            return;
        _next = occurrence;
        var wait = occurrence - Now;
        _timer!.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    private async Task RunAsync(bool pastDue)
    {
        using var token = scope.Engine.Gate.Enter();
        await _one.WaitAsync();
        try
        {
            if (Volatile.Read(ref _stopped))
                return;
            var started = Now;
            // A run that the host's end cut off is missed: it comes again after the next start.
            if (await InvokeAsync(pastDue))
                await RememberAsync(started);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<bool> InvokeAsync(bool pastDue)
    {
        using var token = scope.Engine.Gate.Enter();
        var info = JsonSerializer.Serialize(new TimerInfo(new Adjustment(), _record, pastDue));
        try
        {
            // A tick that fails is logged, and the next one comes, as on the real host.
            if (await scope.Invocations.TickAsync(function, info) is { } failure)
                HostLog.FunctionFailed(scope.Logger, function.Name, failure);
        }
        catch (WorkerGoneException)
        {
            return !Volatile.Read(ref _stopped);
        }
        return true;
    }

    private async Task RememberAsync(DateTime last)
    {
        _record = new Record(schedule.Text, last, schedule.NextAfter(Now) ?? DateTime.MaxValue, Now);
        await scope.Engine.SetMetaAsync(MetaKey, JsonSerializer.Serialize(_record));
        Arm();
    }

    // What a function is handed, under the real host's names.
    private sealed record TimerInfo(Adjustment Schedule, Record? ScheduleStatus, bool IsPastDue);

    private sealed record Adjustment(bool AdjustForDST = true);

    private sealed record Record(string Schedule, DateTime Last, DateTime Next, DateTime LastUpdated);
}
