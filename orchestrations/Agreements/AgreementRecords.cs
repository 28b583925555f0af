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

    public async Task PutInForceAsync(
        AgreementSnapshot snapshot,
        AgreementRecord record,
        CancellationToken cancellation
    )
    {
        var partition = Keys.Partition(snapshot.Office);
        await storage.Years.TryInsertAsync(
            new RecordRow
            {
                PartitionKey = partition,
                RowKey = Key(snapshot.Terms.Revision),
                Kind = "agreement",
                Hash = record.DocumentHash,
                State = nameof(AgreementState.InForce),
                At = clock.GetUtcNow(),
                Body = SakipJson.Text(record),
            },
            cancellation
        );
        await foreach (var earlier in storage.Years.UnderAsync<RecordRow>(partition, Prefix, cancellation))
        {
            if (
                earlier.State == nameof(AgreementState.Superseded)
                || string.CompareOrdinal(earlier.RowKey, Key(snapshot.Terms.Revision)) >= 0
            )
            {
                continue;
            }

            earlier.State = nameof(AgreementState.Superseded);
            await storage.Years.UpdateEntityAsync(earlier, earlier.ETag, TableUpdateMode.Replace, cancellation);
        }
    }

    /// <summary>All agreements of the year with their snapshots, first to last; the last one is in force.</summary>
    public async Task<IReadOnlyList<(AgreementSnapshot Snapshot, AgreementRecord Record)>> ReadAsync(
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var agreements = new List<(AgreementSnapshot, AgreementRecord)>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), Prefix, cancellation))
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

    internal static string Key(int revision) => FormattableString.Invariant($"{Prefix}{revision:D4}");
}
