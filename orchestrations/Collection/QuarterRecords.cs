using Azure.Data.Tables;
using Sakip.Calendar;
using Sakip.Evaluation;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>The locked figures of the year's quarters.</summary>
public sealed class QuarterRecords(OfficeStorage storage, BlobVault vault, TimeProvider clock)
{
    private const string Prefix = "figures|";

    public async Task<string> LockAsync(string unit, int year, QuarterlyFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var hash = await vault.KeepSnapshotAsync(SakipJson.Bytes(figures), cancellation);
        await storage.Years.UpsertEntityAsync(
            new RecordRow
            {
                PartitionKey = Keys.Partition(unit, year),
                RowKey = Prefix + figures.Quarter.Code(),
                Kind = "figures",
                Hash = hash,
                State = "Locked",
                At = clock.GetUtcNow(),
            },
            TableUpdateMode.Replace, cancellation);
        return hash;
    }

    /// <summary>The locked quarters of the year, in order.</summary>
    public async Task<IReadOnlyList<QuarterlyFigures>> ReadAsync(string unit, int year, CancellationToken cancellation)
    {
        var quarters = new List<QuarterlyFigures>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(unit, year), Prefix, cancellation))
            quarters.Add(SakipJson.Read<QuarterlyFigures>(await vault.SnapshotAsync(row.Hash, cancellation)));
        return quarters;
    }
}
