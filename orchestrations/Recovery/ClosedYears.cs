using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>
/// Finishes the records of years that were closed: what was done last in a year is still to be told and to be put on its
/// audit chain when the cycle has ended.
/// </summary>
public sealed class ClosedYears(OfficeStorage storage, RecordSweep records)
{
    public async Task RunClosedAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var years = new List<OfficeYearRow>();
        await foreach (var year in storage.Years.QueryAsync<OfficeYearRow>(
            TableClient.CreateQueryFilter($"PartitionKey eq {OfficeYearRow.Partition} and State eq {nameof(OfficeYearState.Closed)}"),
            cancellationToken: cancellation))
        {
            years.Add(year);
        }

        foreach (var year in years) await records.RunAsync(year.Unit, year.Year, client, cancellation);
    }
}
