using Azure.Data.Tables;
using Sakip.Calendar;
using Sakip.Evaluation;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>The locked figures of the year's quarters: those that hold, and those of every round.</summary>
internal sealed class QuarterRecords(OfficeStorage storage, BlobVault vault, TimeProvider clock)
{
    private const string Prefix = "figures|";
    private const string RoundPrefix = "locked|";

    private volatile Known? _known;

    public async Task<string> LockAsync(
        string unit,
        int year,
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
                    PartitionKey = Keys.Partition(unit, year),
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
    public async Task<IReadOnlyList<QuarterlyFigures>> ReadAsync(string unit, int year, CancellationToken cancellation)
    {
        var quarters = new List<QuarterlyFigures>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(unit, year), Prefix, cancellation))
            quarters.Add(await FiguresAsync(row.Hash, cancellation));
        return quarters;
    }

    /// <summary>The last locked quarter before one; null where none is.</summary>
    public async Task<QuarterlyFigures?> BeforeAsync(
        string unit,
        int year,
        Quarter quarter,
        CancellationToken cancellation
    )
    {
        for (var before = quarter - 1; before >= Quarter.Q1; before--)
        {
            var row = await storage.Years.FindAsync<RecordRow>(
                Keys.Partition(unit, year),
                Prefix + before.Code(),
                cancellation
            );
            if (row is not null)
                return await FiguresAsync(row.Hash, cancellation);
        }

        return null;
    }

    /// <summary>What was locked in a round; null where the quarter was not.</summary>
    public async Task<QuarterlyFigures?> RoundAsync(
        string unit,
        int year,
        Quarter quarter,
        int round,
        CancellationToken cancellation
    )
    {
        var row = await storage.Years.FindAsync<RecordRow>(
            Keys.Partition(unit, year),
            RoundKey(quarter, round),
            cancellation
        );
        return row is null ? null : await FiguresAsync(row.Hash, cancellation);
    }

    // A snapshot never changes under its hash; every form of a quarter looks at the same one.
    private async Task<QuarterlyFigures> FiguresAsync(string hash, CancellationToken cancellation)
    {
        if (_known is { } known && known.Hash == hash)
            return known.Figures;
        var figures = SakipJson.Read<QuarterlyFigures>(await vault.SnapshotAsync(hash, cancellation));
        _known = new Known(hash, figures);
        return figures;
    }

    private sealed record Known(string Hash, QuarterlyFigures Figures);

    private static string RoundKey(Quarter quarter, int round) =>
        FormattableString.Invariant($"{RoundPrefix}{quarter.Code()}|r{round:D4}");
}
