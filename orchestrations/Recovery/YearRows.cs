using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>The rows of one office-year, wherever they stand: its own partition, and those of its subjects.</summary>
internal sealed class YearRows(OfficeStorage storage, OfficeYear office)
{
    public string Partition { get; } = Keys.Partition(office);

    /// <summary>Rows of a table by partition and key; of the years' table also the row that starts the year.</summary>
    public async Task<IReadOnlyList<TableEntity>> ReadAsync(TableClient table, CancellationToken cancellation)
    {
        var (first, after) = (Partition + "|", Keys.After(Partition + "|"));
        var rows = new List<TableEntity>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {Partition} or (PartitionKey ge {first} and PartitionKey lt {after})"
                ),
                cancellationToken: cancellation
            )
        )
        {
            rows.Add(row);
        }

        if (table.Name == storage.Years.Name && await StartAsync(cancellation) is { } start)
            rows.Add(start);
        return
        [
            .. rows.OrderBy(row => row.PartitionKey, StringComparer.Ordinal)
                .ThenBy(row => row.RowKey, StringComparer.Ordinal),
        ];
    }

    /// <summary>The row whose insert starts the year; null where the year is unknown.</summary>
    public async Task<TableEntity?> StartAsync(CancellationToken cancellation)
    {
        var answer = await storage.Years.GetEntityIfExistsAsync<TableEntity>(
            OfficeYearRow.Partition,
            Partition,
            cancellationToken: cancellation
        );
        return answer.HasValue ? answer.Value : null;
    }

    public bool IsOwn(TableEntity row) =>
        row.PartitionKey == Partition
        || row.PartitionKey.StartsWith(Partition + "|", StringComparison.Ordinal)
        || IsStart(row);

    public bool IsStart(TableEntity row) => row.PartitionKey == OfficeYearRow.Partition && row.RowKey == Partition;
}
