using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Audit;
using Sakip.Recovery;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Notifications;

/// <summary>Timers that compare what should have happened with what did.</summary>
internal sealed class ReminderTimers(
    CycleDesk cycles,
    ReminderSweep reminders,
    RecordSweep records,
    SuperiorOffices superiors,
    OfficialChanges officials,
    AgreementSweep agreements,
    ReportSweep reports
)
{
    /// <summary>Sends every reminder and warning that is due, and what waited for the morning.</summary>
    [Function("SendReminders")]
    public async Task SendReminders(
        [TimerTrigger("%ReminderSchedule%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) =>
        await cycles.ForEachRunningAsync(
            async (year, token) =>
            {
                // Finish what a crash cut off first: the reminders below read the lists. A refused chain keeps nobody
                // from being reminded; it is thrown at the end.
                var refused = await SettleAsync(year, client, token);
                await superiors.FollowAsync(year.Office, token);
                var open = await officials.FollowAsync(year, client, token);
                await reminders.RunAsync(year.Office, open, token);
                await agreements.RunAsync(year, token);
                await reports.RunAsync(year.Office, token);
                refused?.Throw();
            },
            cancellation
        );

    /// <summary>Finishes what a crash cut off and writes the audit chain on.</summary>
    [Function("SettleRecords")]
    public async Task SettleRecords(
        [TimerTrigger("%RecoverySchedule%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) =>
        await cycles.ForEachRunningAsync(
            async (year, token) =>
            {
                if (year.State.HasCycle())
                    await cycles.TellAgainAsync(year, client, token);
                await superiors.FollowAsync(year.Office, token);
                await officials.FollowAsync(year, client, token);
                await reports.TellAgainAsync(year.Office, client, token);
                await records.RunAsync(year.Office, client, token);
            },
            cancellation
        );

    private async Task<ExceptionDispatchInfo?> SettleAsync(
        OfficeYearRow year,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        try
        {
            await records.RunAsync(year.Office, client, cancellation);
            return null;
        }
        catch (AuditRefusedException refused)
        {
            return ExceptionDispatchInfo.Capture(refused);
        }
    }
}
