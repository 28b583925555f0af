using Azure.Data.Tables;
using Sakip.AnnualCycle;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>The locked figures of the year's quarters: those that hold, and those of every round.</summary>
internal sealed class QuarterRecords(OfficeStorage storage, BlobVault vault, TimeProvider clock) : ILockedQuarters
{
    private const string Prefix = "figures|";
    private const string RoundPrefix = "locked|";

    public async Task<string> LockAsync(
        OfficeYear office,
        QuarterlyFigures figures,
        int round,
        CancellationToken cancellation
    )
    {
        var hash = await vault.KeepSnapshotAsync(SakipJson.Bytes(figures), cancellation);
        foreach (var key in (string[])[RoundKey(figures.Quarter, round), Prefix + figures.Quarter.Code()])
        {
            await storage.Years.UpsertEntityAsync(
                new RecordRow
                {
                    PartitionKey = Keys.Partition(office),
                    RowKey = key,
                    Kind = "figures",
                    Hash = hash,
                    State = "Locked",
                    At = clock.GetUtcNow(),
                },
                TableUpdateMode.Replace,
                cancellation
            );
        }

        return hash;
    }

    /// <summary>The locked quarters of the year, in order.</summary>
    public async Task<IReadOnlyList<QuarterlyFigures>> ReadAsync(OfficeYear office, CancellationToken cancellation)
    {
        var quarters = new List<QuarterlyFigures>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), Prefix, cancellation))
            quarters.Add(await FiguresAsync(row.Hash, cancellation));
        return quarters;
    }

    /// <summary>When a quarter was locked last; null where it never was.</summary>
    public async Task<DateTimeOffset?> AtAsync(QuarterSubject quarter, CancellationToken cancellation)
    {
        var row = await storage.Years.FindAsync<RecordRow>(
            Keys.Partition(quarter.Office),
            Prefix + quarter.Quarter.Code(),
            cancellation
        );
        return row?.At;
    }

    /// <summary>The last locked quarter before one; null where none is.</summary>
    public async Task<QuarterlyFigures?> BeforeAsync(OfficeYear office, Quarter quarter, CancellationToken cancellation)
    {
        for (var before = quarter - 1; before >= Quarter.Q1; before--)
        {
            var row = await storage.Years.FindAsync<RecordRow>(
                Keys.Partition(office),
                Prefix + before.Code(),
                cancellation
            );
            if (row is not null)
                return await FiguresAsync(row.Hash, cancellation);
        }

        return null;
    }

    private Task<QuarterlyFigures> FiguresAsync(string hash, CancellationToken cancellation) =>
        vault.SnapshotAsync(hash, json => SakipJson.Read<QuarterlyFigures>(json), cancellation);

    private static string RoundKey(Quarter quarter, int round) =>
        FormattableString.Invariant($"{RoundPrefix}{quarter.Code()}|r{round:D4}");
}
