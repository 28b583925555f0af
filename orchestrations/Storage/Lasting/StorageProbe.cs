using Microsoft.Azure.Functions.Worker;

namespace Sakip.Storage;

/// <summary>Tells whether storage takes and gives again, in one small write and one small read.</summary>
internal sealed class StorageProbe(OfficeStorage storage)
{
    private const string Key = "probe";

    [Function(nameof(ProbeStorage))]
    public async Task ProbeStorage([ActivityTrigger] string instance, CancellationToken cancellation)
    {
        await storage.Access.UpsertEntityAsync(
            new ProbeRow { PartitionKey = Key, RowKey = Key },
            cancellationToken: cancellation
        );
        await storage.Snapshots.ExistsAsync(cancellation);
    }
}

/// <summary>Only shows that a table can be written.</summary>
internal sealed class ProbeRow : Row;
