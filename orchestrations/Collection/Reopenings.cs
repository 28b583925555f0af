using Azure.Data.Tables;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// The reopenings of a year. Each has an instance of its own beside the cycle's, so whoever builds a year again, and the
/// sweep after a crash, start here what the rows say is not over.
/// </summary>
internal sealed class Reopenings(OfficeStorage storage, QuarterRecords locked, EvaluationRecords evaluations)
{
    /// <summary>States, rounds and rechecks of all quarters of the year by their partition, in one call.</summary>
    public Task<Dictionary<string, SubjectRows>> QuartersAsync(OfficeYear office, CancellationToken cancellation)
    {
        var (first, state) = (Keys.Partitions(office, QuarterSubject.Name), RowKeys.State);
        var (rounds, rechecks) = (QuarterKeys.Rounds, QuarterKeys.Rechecks);
        var (last, afterRounds, afterRechecks) = (Keys.After(first), Keys.After(rounds), Keys.After(rechecks));
        return SubjectRows.ByPartitionAsync(
            storage,
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {first} and PartitionKey lt {last} and (RowKey eq {state} or (RowKey ge {rounds} and RowKey lt {afterRounds}) or (RowKey ge {rechecks} and RowKey lt {afterRechecks}))"
            ),
            cancellation
        );
    }

    /// <summary>Starts every reopening that is not over and has no instance.</summary>
    /// <param name="quarters">What <see cref="QuartersAsync"/> read.</param>
    public async Task StartMissingAsync(
        OfficeYear office,
        IReadOnlyDictionary<string, SubjectRows> quarters,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        foreach (var quarter in Quarters.All.Select(one => new QuarterSubject(office, one)))
        {
            if (!quarters.TryGetValue(Keys.Partition(quarter), out var rows))
                continue;
            foreach (var round in rows.Under<RoundRow>(QuarterKeys.Rounds))
            {
                if (!await IsOverAsync(quarter, rows, round, cancellation))
                    await StartAsync(quarter, round, client, cancellation);
            }
        }
    }

    /// <summary>Starts a reopening unless it runs already.</summary>
    public async Task StartAsync(
        QuarterSubject quarter,
        RoundRow round,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var id = new ReopeningSubject(quarter.Office, quarter.Quarter, round.Round).InstanceId;
        if (await client.GetInstanceAsync(id, cancellation) is not null)
            return;
        await client.ScheduleNewOrchestrationInstanceAsync(
            QuarterReopening.V2,
            new ReopeningInput(quarter.Unit, quarter.Year, quarter.Quarter, round.Round, round.AskedBy),
            new StartOrchestrationOptions(id),
            cancellation
        );
    }

    private async Task<bool> IsOverAsync(
        QuarterSubject quarter,
        SubjectRows rows,
        RoundRow round,
        CancellationToken cancellation
    )
    {
        if (round.IsDropped || rows.State is not { } state)
            return true;
        if (round.Opens is null)
            return false;
        // A round of a recheck belongs to the instance that waits for it.
        if (rows.Under<RecheckRow>(QuarterKeys.Rechecks).Any(recheck => recheck.NextRound == round.Round))
            return true;
        if (state.Revision != round.Round)
            return state.Revision > round.Round;
        return state.State == nameof(QuarterState.Closed)
            && await locked.AtAsync(quarter, cancellation)
                <= await evaluations.KeptAtAsync(quarter.Office, quarter.Quarter.Code(), cancellation);
    }
}
