using Microsoft.DurableTask.Client;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// Compares which windows should be open with which are. What is due and not open gets its obligations, under the same
/// keys as the orchestrator's, and the orchestrator is called; so absence shows even while the year waits for a signature.
/// </summary>
internal sealed class WindowSweep(
    PlanStore plans,
    Obligations obligations,
    QuarterDesk desk,
    Reopenings reopenings,
    TimeProvider clock
)
{
    public async Task RunAsync(OfficeYear office, DurableTaskClient client, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var now = clock.GetUtcNow();
        var due = plan.Windows.Where(window => window.Opens <= plan.Zone.DateAt(now)).ToList();
        if (due.Count == 0)
            return;
        var quarters = await reopenings.QuartersAsync(office, cancellation);
        foreach (var window in due)
        {
            var quarter = new QuarterSubject(office, window.Quarter);
            var state = quarters.GetValueOrDefault(Keys.Partition(quarter))?.State;
            if (state?.State == nameof(QuarterState.Blocked))
                await desk.ResumeAsync(quarter, client, cancellation);
            if (state is not null)
                continue;
            await obligations.WriteAsync(plan, window.Quarter, cancellation);
            if (plan.WorkDays().Opening(window.Opens) > now)
                continue;
            await client.TellAsync(
                quarter.InstanceId,
                InstanceIds.WindowOpened,
                new WindowOpenedSignal((int)window.Quarter),
                cancellation
            );
        }

        await reopenings.StartMissingAsync(office, quarters, client, cancellation);
    }
}
