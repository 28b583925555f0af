using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>The agreements of a year that are or were in force. A record is inserted once and never changed but for being superseded.</summary>
internal sealed class AgreementRecords(OfficeStorage storage, BlobVault vault, TimeProvider clock) : ISignedAgreements
{
    public async Task<bool> AnyAsync(OfficeYear office, CancellationToken cancellation) =>
        (await ReadAsync(office, cancellation)).Count > 0;

    internal const string Prefix = "agreement|";
    internal const string PostPrefix = "post-agreement|";

    public async Task PutInForceAsync(
        AgreementSnapshot snapshot,
        AgreementRecord record,
        CancellationToken cancellation
    )
    {
        var partition = Keys.Partition(snapshot.Office);
        var own = Key(snapshot.Terms.Revision, snapshot.Post);
        await storage.Years.TryInsertAsync(
            new RecordRow
            {
                PartitionKey = partition,
                RowKey = own,
                Kind = "agreement",
                Hash = record.DocumentHash,
                State = nameof(AgreementState.InForce),
                At = clock.GetUtcNow(),
                Body = SakipJson.Text(record),
            },
            cancellation
        );
        var prefix = PrefixOf(snapshot.Post);
        await foreach (var earlier in storage.Years.UnderAsync<RecordRow>(partition, prefix, cancellation))
        {
            if (earlier.State == nameof(AgreementState.Superseded) || string.CompareOrdinal(earlier.RowKey, own) >= 0)
            {
                continue;
            }

            earlier.State = nameof(AgreementState.Superseded);
            await storage.Years.UpdateEntityAsync(earlier, earlier.ETag, TableUpdateMode.Replace, cancellation);
        }
    }

    /// <summary>All agreements of the year with their snapshots, first to last; the last one is in force.</summary>
    public Task<IReadOnlyList<(AgreementSnapshot Snapshot, AgreementRecord Record)>> ReadAsync(
        OfficeYear office,
        CancellationToken cancellation
    ) => ReadAsync(office, null, cancellation);

    /// <summary>The same of a post; null stands for the office's own.</summary>
    public async Task<IReadOnlyList<(AgreementSnapshot Snapshot, AgreementRecord Record)>> ReadAsync(
        OfficeYear office,
        string? post,
        CancellationToken cancellation
    )
    {
        var agreements = new List<(AgreementSnapshot, AgreementRecord)>();
        await foreach (
            var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), PrefixOf(post), cancellation)
        )
        {
            var record = SakipJson.Read<AgreementRecord>(row.Body!);
            agreements.Add(
                (
                    SakipJson.Read<AgreementSnapshot>(await vault.SnapshotAsync(record.SnapshotHash, cancellation)),
                    record
                )
            );
        }

        return agreements;
    }

    /// <summary>The agreements of posts that are or were in force, as their rows say it.</summary>
    public async Task<IReadOnlyDictionary<(string Post, int Revision), RecordRow>> OfPostsAsync(
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var rows = new Dictionary<(string, int), RecordRow>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), PostPrefix, cancellation))
            rows[PostOf(row)] = row;
        return rows;
    }

    internal static (string Post, int Revision) PostOf(RecordRow row)
    {
        var parts = row.RowKey.Split('|');
        return (parts[1], int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
    }

    internal static string Key(int revision, string? post = null) =>
        FormattableString.Invariant($"{PrefixOf(post)}{revision:D4}");

    private static string PrefixOf(string? post) => post is null ? Prefix : $"{PostPrefix}{post}|";
}
