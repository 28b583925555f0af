using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Storage;

namespace Sakip.Recovery;

public enum RebuildResult
{
    Rebuilt,

    /// <summary>No such year.</summary>
    Unknown,

    /// <summary>The year is over: nothing runs and nothing has to.</summary>
    Closed,
}

/// <summary>
/// Builds the instances of a year again from its tables. What ran is ended and removed; the cycle starts anew and finds at
/// every step what was decided, sent and made: nothing is done or sent twice, and it waits again where the tables stand.
/// </summary>
public sealed class CycleRebuild(CycleDesk cycles, TimeProvider clock)
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task<RebuildResult> RunAsync(
        string unit,
        int year,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (await cycles.FindAsync(unit, year, cancellation) is not { } row) return RebuildResult.Unknown;
        if (row.State != "Running") return RebuildResult.Closed;
        await RemoveAsync(unit, year, client, cancellation);
        await StartAsync(row, client, cancellation);
        return RebuildResult.Rebuilt;
    }

    /// <summary>Starts the cycle of a running year that has no instance. True when it had none.</summary>
    public async Task<bool> StartIfMissingAsync(
        OfficeYearRow row,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(client);
        if (row.StartedAt > clock.GetUtcNow() - CycleWatch.Patience)
            return false;
        if (await client.GetInstanceAsync(InstanceIds.Cycle(row.Unit, row.Year), cancellation) is not null)
            return false;
        // Children that survived their parent would be waited for under their ids and never answer it.
        await RemoveAsync(row.Unit, row.Year, client, cancellation);
        await StartAsync(row, client, cancellation);
        return true;
    }

    private async Task StartAsync(OfficeYearRow row, DurableTaskClient client, CancellationToken cancellation)
    {
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(AnnualCycle), new CycleInput(row.Unit, row.Year),
            new StartOrchestrationOptions(InstanceIds.Cycle(row.Unit, row.Year)), cancellation);
        await cycles.TellEverythingAsync(row, client, cancellation);
    }

    // The parent first: it must not see its children end.
    private static async Task RemoveAsync(
        string unit,
        int year,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        foreach (var prefix in YearInstances.Prefixes(unit, year))
        {
            var found = new List<OrchestrationMetadata>();
            await foreach (
                var instance in client
                    .GetAllInstancesAsync(new OrchestrationQuery { InstanceIdPrefix = prefix })
                    .WithCancellation(cancellation))
            {
                if (YearInstances.IsOf(instance.InstanceId, unit, year)) found.Add(instance);
            }

            foreach (var instance in found.Where(one => !one.IsCompleted))
                await client.TerminateInstanceAsync(instance.InstanceId, (object?)"dibangun kembali", cancellation);
            foreach (var instance in found)
            {
                if (!instance.IsCompleted) await EndedAsync(instance.InstanceId, client, cancellation);
                await client.PurgeInstanceAsync(instance.InstanceId, cancellation);
            }
        }
    }

    private static async Task EndedAsync(string instance, DurableTaskClient client, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(EndLimit);
        while (await client.GetInstanceAsync(instance, limit.Token) is { IsCompleted: false })
            await Task.Delay(Look, limit.Token);
    }
}
