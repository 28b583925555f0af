using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Sakip.Calendar;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// Compares which windows should be open with which are. What is due and not open gets its obligations, under the same
/// keys as the orchestrator's, and the orchestrator is called; so absence shows even while the year waits for a signature.
/// </summary>
public sealed class WindowSweep(
    OfficeStorage storage, PlanStore plans, Obligations obligations, QuarterDesk desk, TimeProvider clock)
{
    public async Task RunAsync(string unit, int year, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        var plan = await plans.PlanAsync(unit, year, cancellation);
        var now = clock.GetUtcNow();
        var due = plan.Windows.Where(window => window.Opens <= OfficeTime.DateAt(now)).ToList();
        if (due.Count == 0) return;
        var states = await RowsAsync<StateRow>(unit, year, RowKeys.State, RowKeys.State + "}", cancellation);
        foreach (var window in due)
        {
            var quarter = SubjectRef.Quarter(unit, year, window.Quarter);
            var state = states.Find(row => row.PartitionKey == Keys.Partition(quarter));
            if (state?.State == nameof(QuarterState.Blocked)) await desk.ResumeAsync(quarter, client, cancellation);
            if (state is not null) continue;
            await obligations.WriteAsync(plan, window.Quarter, cancellation);
            if (WorkCalendar.Opening(window.Opens) > now) continue;
            await client.RaiseEventAsync(
                quarter.InstanceId,
                InstanceIds.WindowOpened,
                new WindowOpenedSignal((int)window.Quarter),
                cancellation);
        }

        if (states.Count > 0) await StartAgainAsync(unit, year, client, cancellation);
    }

    // A crash may have come between the row of a reopening and its orchestration.
    private async Task StartAgainAsync(string unit, int year, DurableTaskClient client, CancellationToken cancellation)
    {
        var rounds = await RowsAsync<RoundRow>(
            unit, year, QuarterKeys.Rounds, Keys.After(QuarterKeys.Rounds), cancellation);
        foreach (var row in rounds.Where(row => row is { Opens: null, IsDropped: false }))
        {
            var quarter = Quarters.All.Select(one => SubjectRef.Quarter(unit, year, one))
                .Single(one => Keys.Partition(one) == row.PartitionKey);
            await desk.StartAsync(quarter, row, client, cancellation);
        }
    }

    /// <summary>Rows of all quarters of the year, in one call.</summary>
    private async Task<List<T>> RowsAsync<T>(
        string unit, int year, string from, string before, CancellationToken cancellation)
        where T : Row
    {
        var first = Keys.Partition(new SubjectRef("quarter", unit, year, ""));
        var rows = new List<T>();
        await foreach (var row in storage.Subjects.QueryAsync<T>(
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey ge {from} and RowKey lt {before}"),
            cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }
}
