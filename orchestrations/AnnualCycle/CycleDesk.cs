using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Agreements;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>Starts a year and hands in what happens to it.</summary>
internal sealed class CycleDesk(OfficeStorage storage, PlanDesk desk, RevisionOrders orders, TimeProvider clock)
    : IYearStart
{
    // Offices are apart in every table; more at once would only queue at the storage.
    private const int AtOnce = 8;

    /// <summary>
    /// Stores the plan and starts the cycle. The plan's first version decides: a second start changes nothing, and one
    /// that a crash cut off goes on when the same plan is handed in again.
    /// </summary>
    public async Task<StartResult> StartAsync(
        OfficePlan plan,
        DurableTaskClient client,
        CancellationToken cancellation,
        Actor? by = null
    )
    {
        var office = plan.Office;
        var first = await desk.FirstAsync(plan, by ?? Actor.System, "Rencana tahun ini diimpor.", cancellation);
        if (!first.Stands || first.Version != 1)
            return StartResult.AlreadyRunning;
        var row = new OfficeYearRow
        {
            PartitionKey = OfficeYearRow.Partition,
            RowKey = Keys.Partition(office),
            Unit = office.Unit,
            Year = office.Year,
            State = OfficeYearState.Running,
            PlanHash = BlobVault.HashOf(SakipJson.Bytes(plan)),
            StartedAt = clock.GetUtcNow(),
        };
        // A closed year stays closed, also when its finished instances were purged.
        if (
            !await storage.Years.TryInsertAsync(row, cancellation)
            && (
                await FindAsync(office, cancellation) is not { State: OfficeYearState.Running }
                || await IsStartedAsync(client, office, cancellation)
            )
        )
        {
            return StartResult.AlreadyRunning;
        }

        await client.ScheduleNewOrchestrationInstanceAsync(
            AnnualCycle.V2,
            new CycleInput(office.Unit, office.Year, Traces.Current),
            new StartOrchestrationOptions(InstanceIds.Cycle(office)),
            cancellation
        );
        return StartResult.Started;
    }

    /// <summary>Stores a budget revision and tells the cycle. False when its number is taken by another one.</summary>
    public Task<bool> ReviseBudgetAsync(
        OfficeYear office,
        BudgetRevision revision,
        DurableTaskClient client,
        CancellationToken cancellation,
        Actor? by = null
    ) => desk.TryReviseBudgetAsync(office, revision, by ?? Actor.System, client, cancellation);

    /// <summary>Stores a call for a revised agreement under its next number and tells the cycle.</summary>
    public async Task<RevisionOrder> CallForRevisionAsync(
        OfficeYear office,
        RevisionCause cause,
        Func<int, RevisionOrder> make,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var order = await orders.KeepAsync(office, cause, make, cancellation);
        await client.TellAsync(
            InstanceIds.Cycle(office),
            RevisionActivities.EventOf(cause, order.Number),
            new RevisionSignal(order.Number),
            cancellation
        );
        return order;
    }

    /// <summary>
    /// Raises the events of stored calls for a revision again: a crash may have come between a call and its event, and
    /// one that was heard before has its agreement.
    /// </summary>
    public async Task TellAgainAsync(OfficeYearRow year, DurableTaskClient client, CancellationToken cancellation)
    {
        IReadOnlyList<RevisionOrder> assigned =
        [
            .. await orders.AssignedAsync(year.Office, cancellation),
            .. await orders.NotedAsync(year.Office, cancellation),
        ];
        foreach (var cause in Enum.GetValues<RevisionCause>())
        {
            foreach (var call in await orders.CalledAsync(year.Office, cause, cancellation))
            {
                if (assigned.Any(order => order.Cause == cause && order.Number == call.Number))
                    continue;
                await client.TellAsync(
                    InstanceIds.Cycle(year.Office),
                    RevisionActivities.EventOf(cause, call.Number),
                    new RevisionSignal(call.Number),
                    cancellation
                );
            }
        }
    }

    /// <summary>
    /// Raises the events of all calls for a revision, for a cycle that was built again and has heard none; each call has
    /// or gets one agreement.
    /// </summary>
    public async Task TellEverythingAsync(OfficeYearRow year, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var cause in Enum.GetValues<RevisionCause>())
        {
            foreach (var call in await orders.CalledAsync(year.Office, cause, cancellation))
            {
                await client.TellAsync(
                    InstanceIds.Cycle(year.Office),
                    RevisionActivities.EventOf(cause, call.Number),
                    new RevisionSignal(call.Number),
                    cancellation
                );
            }
        }
    }

    public Task<OfficeYearRow?> FindAsync(OfficeYear office, CancellationToken cancellation) =>
        storage.Years.FindAsync<OfficeYearRow>(OfficeYearRow.Partition, Keys.Partition(office), cancellation);

    public async Task CloseAsync(OfficeYear office, CancellationToken cancellation)
    {
        var row = await FindAsync(office, cancellation);
        if (row is null or { State: OfficeYearState.Closed })
            return;
        row.State = OfficeYearState.Closed;
        await storage.Years.UpdateEntityAsync(row, row.ETag, Azure.Data.Tables.TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Lets timers look at a closed year again: a correction of its report is on the way.</summary>
    public async Task ReopenAsync(OfficeYear office, CancellationToken cancellation)
    {
        if (await FindAsync(office, cancellation) is not { State: OfficeYearState.Closed } row)
            return;
        row.State = OfficeYearState.Correcting;
        await storage.Years.UpdateEntityAsync(row, row.ETag, Azure.Data.Tables.TableUpdateMode.Replace, cancellation);
    }

    /// <summary>
    /// Does something for every running year, a few of them at once. A year that fails does not keep the others from their
    /// turn: what failed is thrown after all have had it.
    /// </summary>
    public async Task ForEachRunningAsync(
        Func<OfficeYearRow, CancellationToken, Task> act,
        CancellationToken cancellation
    )
    {
        var failures = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(
            RunningAsync(cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (year, token) =>
            {
                try
                {
                    await act(year, token);
                }
                catch (Exception failure) when (!token.IsCancellationRequested)
                {
                    failures.Enqueue(failure);
                }
            }
        );
        if (failures.Count > 1)
            throw new AggregateException(failures);
        if (failures.TryDequeue(out var only))
            ExceptionDispatchInfo.Throw(only);
    }

    /// <summary>Years whose cycle runs, or whose report is being corrected.</summary>
    public IAsyncEnumerable<OfficeYearRow> RunningAsync(CancellationToken cancellation) =>
        storage.Years.QueryAsync<OfficeYearRow>(
            Azure.Data.Tables.TableClient.CreateQueryFilter(
                $"PartitionKey eq {OfficeYearRow.Partition} and State ne {nameof(OfficeYearState.Closed)}"
            ),
            cancellationToken: cancellation
        );

    private static async Task<bool> IsStartedAsync(
        DurableTaskClient client,
        OfficeYear office,
        CancellationToken cancellation
    ) => await client.GetInstanceAsync(InstanceIds.Cycle(office), cancellation) is not null;
}
