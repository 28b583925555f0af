using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>One row per sub-unit that owes a report, written before anything is sent.</summary>
internal sealed class Obligations(OfficeStorage storage, TimeProvider clock)
{
    private const int ParallelCalls = 16;

    /// <summary>Writes the rows that are not there yet. Opener and orchestrator write the same ones.</summary>
    public Task<IReadOnlyList<string>> WriteAsync(OfficePlan plan, Quarter quarter, CancellationToken cancellation)
    {
        var owing = Carriers.In(plan, quarter).SubUnits().Select(subUnit => subUnit.Code);
        return WriteAsync(plan, quarter, round: 1, [.. owing], cancellation);
    }

    public async Task<IReadOnlyList<string>> WriteAsync(
        OfficePlan plan,
        Quarter quarter,
        int round,
        IReadOnlyList<string> subUnits,
        CancellationToken cancellation
    )
    {
        await Parallel.ForEachAsync(
            subUnits,
            Parallelism(cancellation),
            async (subUnit, token) =>
            {
                var subject = new SubUnitReportSubject(plan.Office, quarter, subUnit, round);
                await storage.Subjects.TryInsertAsync(
                    new StateRow
                    {
                        PartitionKey = Keys.Partition(subject),
                        RowKey = RowKeys.State,
                        State = nameof(ReportState.NotReported),
                        At = clock.GetUtcNow(),
                    },
                    token
                );
            }
        );
        return subUnits;
    }

    internal static ParallelOptions Parallelism(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = ParallelCalls, CancellationToken = cancellation };
}
