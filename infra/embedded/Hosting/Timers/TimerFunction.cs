using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Hosting.Discovery;
using Sakip.Embedded.Hosting.Invocation;

namespace Sakip.Embedded.Hosting.Timers;

/// <summary>Runs one timer function: on its schedule, once for ticks that were missed, never twice at a time.</summary>
internal sealed class TimerFunction(
    FunctionDescriptor function,
    TimerSchedule schedule,
    FunctionInvoker invoker,
    Drain drain,
    DurableEngine engine,
    TimeProvider clock,
    WorkGate gate,
    ILogger<TimerFunction> logger)
    : IDisposable
{
    // No timer of the system waits for longer than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(45);
    private readonly SemaphoreSlim one = new(1);
    private ITimer? timer;
    private Record? record;
    private DateTime next;
    private bool stopped;

    public string Name => function.Name;

    private string MetaKey => $"timer:{function.Name}";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task StartAsync()
    {
        var text = await engine.GetMetaAsync(MetaKey);
        record = text is null ? null : JsonSerializer.Deserialize<Record>(text);
        timer = clock.CreateTimer(_ => Due(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var missed = record is { } kept && kept.Schedule == schedule.Text && kept.Next <= Now;
        if (missed)
        {
            _ = RunAsync(gate.Enter(), pastDue: true, onSchedule: true);
            return;
        }
        if (record?.Schedule != schedule.Text) await RememberAsync(record?.Last ?? default);
        Arm();
    }

    /// <summary>Runs the function now, whatever its schedule, after a run that is going on.</summary>
    public void RunNow() => _ = RunAsync(gate.Enter(), pastDue: false, onSchedule: false);

    /// <summary>Begins no further run and waits for one that is going on.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        Volatile.Write(ref stopped, true);
        if (timer is not null) await timer.DisposeAsync();
        await one.WaitAsync(ct);
        one.Release();
    }

    public void Dispose()
    {
        timer?.Dispose();
        one.Dispose();
    }

    private void Due()
    {
        if (Now < next) Arm();
        else _ = RunAsync(gate.Enter(), pastDue: false, onSchedule: true);
    }

    private void Arm()
    {
        if (schedule.NextAfter(Now) is not { } occurrence) return;
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
            if (Volatile.Read(ref stopped)) return;
            var started = Now;
            await InvokeAsync(pastDue);
            // A run that the host's end cut off is missed: it comes again after the next start.
            if (!onSchedule || drain.Ending.IsCancellationRequested) return;
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
            : new ScheduleStatus { Last = record.Last, Next = record.Next, LastUpdated = record.LastUpdated };
        try
        {
            await invoker.InvokeAsync(function, new TimerInfo { IsPastDue = pastDue, ScheduleStatus = status });
        }
        // A tick that fails is logged, and the next one comes, as on the real host.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            HostLog.FunctionFailed(logger, function.Name, error);
        }
    }

    private async Task RememberAsync(DateTime last)
    {
        record = new Record(schedule.Text, last, schedule.NextAfter(Now) ?? DateTime.MaxValue, Now);
        await engine.SetMetaAsync(MetaKey, JsonSerializer.Serialize(record));
    }

    private sealed record Record(string Schedule, DateTime Last, DateTime Next, DateTime LastUpdated);
}
