using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Recovery;

internal enum RebuildResult
{
    Rebuilt,

    /// <summary>No such year.</summary>
    Unknown,

    /// <summary>The year is over: nothing runs and nothing has to.</summary>
    Closed,
}

/// <summary>
/// Builds the instances of a year again from its tables. What ran is ended and removed; what carries the year starts
/// anew and finds at every step what was decided, sent and made: nothing is done or sent twice, and it waits again
/// where the tables stand; so do the reopenings of quarters that are not over. A year whose report is being corrected gets that version's assembly back, never its cycle.
/// </summary>
internal sealed class CycleRebuild(CycleDesk cycles, YearCarriers carriers, Reopenings reopenings, TimeProvider clock)
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task<RebuildResult> RunAsync(
        OfficeYear office,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await cycles.FindAsync(office, cancellation) is not { } row)
            return RebuildResult.Unknown;
        if (await carriers.OfAsync(row, cancellation) is not { } carrier)
            return RebuildResult.Closed;
        // A crash may have come between the request for a correction and the year's state.
        if (carrier.Correction is not null)
            await cycles.ReopenAsync(office, cancellation);
        await BuildAsync(row, carrier, client, cancellation);
        return RebuildResult.Rebuilt;
    }

    /// <summary>Starts what carries a year and has no instance. True when it had none.</summary>
    public async Task<bool> StartIfMissingAsync(
        OfficeYearRow row,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (
            await carriers.OfAsync(row, cancellation) is not { } carrier
            || carrier.Since > clock.GetUtcNow() - CycleWatch.Patience
            || await client.GetInstanceAsync(carrier.Instance, cancellation) is not null
        )
        {
            return false;
        }

        await BuildAsync(row, carrier, client, cancellation);
        return true;
    }

    // A child that outlived its parent never answers a new parent that waits for it under the same id: remove it first.
    private async Task BuildAsync(
        OfficeYearRow row,
        YearCarrier carrier,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        await RemoveAsync(row, carrier, client, cancellation);
        if (carrier.Correction is { } version)
        {
            await ReportVersions.AssembleAsync(row.Office, version, client, cancellation);
            return;
        }

        await client.ScheduleNewOrchestrationInstanceAsync(
            AnnualCycle.AnnualCycle.V2,
            new CycleInput(row.Unit, row.Year),
            new StartOrchestrationOptions(carrier.Instance),
            cancellation
        );
        await cycles.TellEverythingAsync(row, client, cancellation);
        var quarters = await reopenings.QuartersAsync(row.Office, cancellation);
        await reopenings.StartMissingAsync(row.Office, quarters, client, cancellation);
    }

    // Terminate the parent first, or it would see its children end.
    private static async Task RemoveAsync(
        OfficeYearRow row,
        YearCarrier carrier,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        foreach (var prefix in YearInstances.Prefixes(row.Office))
        {
            var found = new List<OrchestrationMetadata>();
            await foreach (
                var instance in client
                    .GetAllInstancesAsync(new OrchestrationQuery { InstanceIdPrefix = prefix })
                    .WithCancellation(cancellation)
            )
            {
                if (IsInTheWay(instance, row, carrier))
                    found.Add(instance);
            }

            foreach (var instance in found.Where(one => !one.IsCompleted))
                await client.EndAsync(instance.InstanceId, "dibangun kembali", cancellation);
            foreach (var instance in found)
            {
                if (!instance.IsCompleted)
                    await EndedAsync(instance.InstanceId, client, cancellation);
                await client.RemoveAsync(instance.InstanceId, cancellation);
            }
        }
    }

    // Beside a correction nothing of the year runs: what does is left over. What has finished stays as it is.
    private static bool IsInTheWay(OrchestrationMetadata instance, OfficeYearRow row, YearCarrier carrier) =>
        YearInstances.IsOf(instance.InstanceId, row.Office)
        && (
            carrier.Correction is not { } version
            || !instance.IsCompleted
            || YearInstances.IsOfReport(instance.InstanceId, row.Office, version)
        );

    private static async Task EndedAsync(string instance, DurableTaskClient client, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(EndLimit);
        while (await client.GetInstanceAsync(instance, limit.Token) is { IsCompleted: false })
            await Task.Delay(Look, limit.Token);
    }
}
