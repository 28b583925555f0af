using Azure.Data.Tables;
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
    OfficeStorage storage,
    PlanStore plans,
    Obligations obligations,
    QuarterDesk desk,
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
        var quarters = await QuartersAsync(office, cancellation);
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

        await StartAgainAsync(office, quarters, client, cancellation);
    }

    // A crash may have come between the row of a reopening and its orchestration.
    private async Task StartAgainAsync(
        OfficeYear office,
        Dictionary<string, SubjectRows> quarters,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        foreach (var quarter in Quarters.All.Select(one => new QuarterSubject(office, one)))
        {
            if (!quarters.TryGetValue(Keys.Partition(quarter), out var rows))
                continue;
            var asked = rows.Under<RoundRow>(QuarterKeys.Rounds).Where(row => row is { Opens: null, IsDropped: false });
            foreach (var row in asked)
                await desk.StartAsync(quarter, row, client, cancellation);
        }
    }

    /// <summary>States and rounds of all quarters of the year, in one call.</summary>
    private Task<Dictionary<string, SubjectRows>> QuartersAsync(OfficeYear office, CancellationToken cancellation)
    {
        var (first, state, rounds) = (Keys.Partitions(office, QuarterSubject.Name), RowKeys.State, QuarterKeys.Rounds);
        var (last, afterRounds) = (Keys.After(first), Keys.After(rounds));
        return SubjectRows.ByPartitionAsync(
            storage,
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {first} and PartitionKey lt {last} and (RowKey eq {state} or (RowKey ge {rounds} and RowKey lt {afterRounds}))"
            ),
            cancellation
        );
    }
}
