using Microsoft.Azure.Functions.Worker;
using Sakip.SmallApp.Hosting;

namespace Sakip.SmallApp.Timers;

/// <summary>Timers: by a setting, by an interval, one switched off, one that fails, one that takes its time.</summary>
public sealed class Sweeps(Desk desk)
{
    [Function("Sweep")]
    public async Task Sweep([TimerTrigger("%SweepSchedule%")] TimerInfo timer)
    {
        await Task.Yield();
        desk.Note($"sweep {(timer.IsPastDue ? "past due" : "on time")}, next {timer.ScheduleStatus?.Next:MM-dd HH:mm}");
    }

    [Function("SwitchedOffSweep")]
    public void SwitchedOffSweep([TimerTrigger("0 0 0 * * *")] TimerInfo timer) => desk.Note("switched off sweep");

    [Function("Interval")]
    public void Interval([TimerTrigger("12:00:00")] TimerInfo timer) => desk.Note("interval");

    [Function("FailingSweep")]
    public void FailingSweep([TimerTrigger("0 0 6 * * *")] TimerInfo timer)
    {
        desk.Note("failing sweep");
        throw new InvalidOperationException("a sweep that fails");
    }

    [Function("SlowSweep")]
    public async Task SlowSweep([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer, CancellationToken ending)
    {
        desk.Note("slow sweep begun");
        await desk.WaitForAsync("slow-sweep", ending);
        desk.Note("slow sweep ended");
    }
}
