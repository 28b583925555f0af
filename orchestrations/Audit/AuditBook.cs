using Azure;
using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Audit;

/// <summary>An entry of the chain as kept.</summary>
internal sealed class AuditRow : Row
{
    public string Entry { get; set; } = "{}";

    /// <summary>Of an entry: proves that the app wrote it. Null in what an earlier release wrote.</summary>
    public string? Seal { get; set; }
}

/// <summary>
/// The audit chain of a year in its table. One writer at a time: the head row is replaced with its ETag in the same
/// batch that adds the entries, so of two writers one fails whole and reads again.
/// </summary>
internal sealed partial class AuditBook(OfficeStorage storage, AuditSeal seal)
{
    private readonly AuditAnchors _anchors = new(storage, seal);

    private readonly AuditChains _chains = new(storage);

    public Task<AuditHead> HeadAsync(OfficeYear office, CancellationToken cancellation) =>
        _chains.HeadAsync(office, cancellation);

    public Task<IReadOnlyList<OfficeYear>> ChainsAsync(CancellationToken cancellation) =>
        _chains.AllAsync(cancellation);

    public async IAsyncEnumerable<AuditEntry> ReadAsync(
        OfficeYear office,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var row in storage.Audit.UnderAsync<AuditRow>(Keys.Partition(office), "entry|", cancellation))
        {
            yield return SakipJson.Read<AuditEntry>(row.Entry);
        }
    }

    /// <summary>The entries after one, in order.</summary>
    public async IAsyncEnumerable<AuditEntry> AfterAsync(
        OfficeYear office,
        long sequence,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var (partition, from, until) = (Keys.Partition(office), Entry(sequence + 1), Keys.After("entry|"));
        await foreach (
            var row in storage.Audit.QueryAsync<AuditRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {until}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            yield return SakipJson.Read<AuditEntry>(row.Entry);
        }
    }

    public async Task<AuditEntry?> FindAsync(OfficeYear office, long sequence, CancellationToken cancellation) =>
        await storage.Audit.FindAsync<AuditRow>(Keys.Partition(office), Entry(sequence), cancellation) is { } row
            ? SakipJson.Read<AuditEntry>(row.Entry)
            : null;

    /// <summary>Why nothing can be put on the chain; null where it can.</summary>
    public async Task<AuditRefusedException?> RefusalAsync(OfficeYear office, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await CheckedAsync(office, await HeadRowAsync(office, cancellation), cancellation);
                return null;
            }
            catch (AuditRefusedException refused)
            {
                return refused;
            }
            catch (RequestFailedException failure) when (failure.Status == 412 && attempt < Tries)
            {
                // Somebody has put something on it meanwhile.
            }
        }
    }

    /// <summary>Holds the whole chain against its seals, its head row and every anchor.</summary>
    public async Task<AuditVerdict> VerifyAsync(OfficeYear office, CancellationToken cancellation) =>
        AuditProof.Verify(await StoredAsync(office, cancellation), seal);

    /// <summary>
    /// Seals a chain that an earlier release wrote, as far as it goes; nothing of it is written again. A broken one is
    /// left as it is.
    /// </summary>
    /// <returns>What was found; null where the chain is sealed or there is none.</returns>
    public async Task<AuditVerdict?> SealOldFormAsync(OfficeYear office, CancellationToken cancellation)
    {
        if (await HeadRowAsync(office, cancellation) is not { } row || Stored(row).Seal is not null)
            return null;
        var head = seal.Of(Stored(row).Head(), Stored(row).Sequence);
        var stored = await StoredAsync(office, cancellation);
        var verdict = AuditProof.Verify(stored with { Before = head, After = head }, seal);
        if (!verdict.IsIntact)
            return verdict;
        row.Entry = SakipJson.Text(head);
        await storage.Audit.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
        await _anchors.PutAsync(office, head, cancellation);
        return verdict;
    }

    /// <summary>
    /// Makes the head row again from the last entry, for an operator who has looked at what the check told. What the
    /// check finds in entries and anchors it goes on finding.
    /// </summary>
    /// <exception cref="AuditRefusedException">An anchor knows entries that are gone: only a backup has them.</exception>
    public async Task<AuditVerdict> SealAgainAsync(OfficeYear office, CancellationToken cancellation)
    {
        var stored = await StoredAsync(office, cancellation);
        if (stored.Entries is not [.., var last])
            return AuditProof.Verify(stored, seal);
        var isSealed = seal.IsGenuine(stored.Name, last.Entry, last.Seal);
        var head = seal.Of(
            new AuditHead(stored.Name, last.Entry.Sequence, last.Entry.Hash),
            isSealed ? AuditProof.OldForm(stored, seal) : last.Entry.Sequence
        );
        if (await _anchors.ContradictionAsync(office, head.Head(), cancellation) is { } flaw)
            throw new AuditRefusedException(office, head.Sequence, flaw);
        var row = await HeadRowAsync(office, cancellation);
        var next = new AuditRow
        {
            PartitionKey = Keys.Partition(office),
            RowKey = AuditChains.HeadKey,
            Entry = SakipJson.Text(head),
        };
        if (row is null)
            await storage.Audit.AddEntityAsync(next, cancellation);
        else
            await storage.Audit.UpdateEntityAsync(next, row.ETag, TableUpdateMode.Replace, cancellation);
        await _anchors.PutAsync(office, head, cancellation);
        return await VerifyAsync(office, cancellation);
    }

    // The anchors first and the head row on both sides of the entries: the app may put more on the chain meanwhile.
    private async Task<StoredChain> StoredAsync(OfficeYear office, CancellationToken cancellation)
    {
        var anchors = await _anchors.AllAsync(office, cancellation);
        var before = await HeadRowAsync(office, cancellation);
        var entries = new List<StoredEntry>();
        await foreach (var row in storage.Audit.UnderAsync<AuditRow>(Keys.Partition(office), "entry|", cancellation))
        {
            entries.Add(new StoredEntry(SakipJson.Read<AuditEntry>(row.Entry), row.Seal));
        }

        var after = await HeadRowAsync(office, cancellation);
        return new StoredChain(Name(office), anchors, StoredOrNull(before), entries, StoredOrNull(after));
    }

    private Task<AuditRow?> HeadRowAsync(OfficeYear office, CancellationToken cancellation) =>
        _chains.HeadRowAsync(office, cancellation);

    private static string Entry(long sequence) => FormattableString.Invariant($"entry|{sequence:D10}");

    private static string Name(OfficeYear office) => AuditChains.Name(office);

    private static SealedHead? StoredOrNull(AuditRow? row) => row is null ? null : Stored(row);

    private static SealedHead Stored(AuditRow row) => SakipJson.Read<SealedHead>(row.Entry);
}
