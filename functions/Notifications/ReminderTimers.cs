using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Agreements;
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
    LinkDesk links,
    AgreementDeadlines deadlines,
    OfficialWatch officials,
    SuperiorWatch superiors,
    CertificateWatch certificates,
    ReportDeadlines reportDeadlines,
    ReportRechecks rechecks,
    OfficeStorage storage
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
                var open = await FollowOfficialsAsync(year, client, token);
                await reminders.RunAsync(year.Office, open, token);
                if (year.State.HasCycle())
                {
                    await deadlines.RunAsync(year.Office, token);
                    await superiors.RunAsync(year.Office, token);
                }

                await certificates.RunAsync(year.Office, token);
                await reportDeadlines.RunAsync(year.Office, token);
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
                await FollowOfficialsAsync(year, client, token);
                await rechecks.TellAgainAsync(year.Office, client, token);
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

    // Posts change hands on a date, which no request marks: open steps follow, and so does the agreement.
    private async Task<IReadOnlyList<WaitingRow>> FollowOfficialsAsync(
        OfficeYearRow year,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var open = await storage.WaitingAsync(year.Office, cancellation);
        if (await links.ReaddressAsync(year.Office, open, cancellation) > 0)
            open = await storage.WaitingAsync(year.Office, cancellation);
        // While only the report is corrected, the agreement of that year is history and no cycle would hear the call.
        if (year.State.HasCycle() && await officials.CallAsync(year.Office, cancellation) is { } call)
        {
            await cycles.CallForRevisionAsync(year.Office, RevisionCause.OfficialChanged, call, client, cancellation);
        }

        return open;
    }
}
