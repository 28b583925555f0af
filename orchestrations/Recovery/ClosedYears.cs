using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>
/// Finishes the records of years that were closed: what was done last in a year is still to be told and to be put on its
/// audit chain when the cycle has ended. A correction that was asked for and never began, or that was ended with its
/// year, begins.
/// </summary>
internal sealed class ClosedYears(
    OfficeStorage storage,
    RecordSweep records,
    YearCarriers carriers,
    CycleRebuild rebuild,
    TimeProvider clock
)
{
    public async Task RunClosedAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var years = new List<OfficeYearRow>();
        await foreach (
            var year in storage.Years.QueryAsync<OfficeYearRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {OfficeYearRow.Partition} and State eq {nameof(OfficeYearState.Closed)}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            years.Add(year);
        }

        foreach (var year in years)
        {
            await records.RunAsync(year.Office, client, cancellation);
            await GoOnAsync(year, client, cancellation);
        }
    }

    private async Task GoOnAsync(OfficeYearRow year, DurableTaskClient client, CancellationToken cancellation)
    {
        if (
            await carriers.OfAsync(year, cancellation) is { } carrier
            && carrier.Since < clock.GetUtcNow() - CycleWatch.Patience
        )
        {
            await rebuild.RunAsync(year.Office, client, cancellation);
        }
    }
}
