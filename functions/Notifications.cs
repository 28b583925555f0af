using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Functions;

/// <summary>Timers that compare what should have happened with what did.</summary>
public sealed class Notifications(CycleDesk cycles, ReminderSweep reminders, RecordSweep records)
{
    /// <summary>Sends every reminder that is due.</summary>
    [Function("SendReminders")]
    public async Task SendReminders(
        [TimerTrigger("%ReminderSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        await foreach (var year in cycles.RunningAsync(cancellation))
            await reminders.RunAsync(year.Unit, year.Year, cancellation);
    }

    /// <summary>Finishes what a crash cut off and writes the audit chain on.</summary>
    [Function("SettleRecords")]
    public async Task SettleRecords(
        [TimerTrigger("%RecoverySchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        await foreach (var year in cycles.RunningAsync(cancellation))
        {
            await cycles.TellAgainAsync(year, client, cancellation);
            await records.RunAsync(year.Unit, year.Year, client, cancellation);
        }
    }
}
