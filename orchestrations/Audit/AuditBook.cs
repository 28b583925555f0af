using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Sakip.Storage;

namespace Sakip.Audit;

/// <summary>An entry of the chain as kept.</summary>
public sealed class AuditRow : Row
{
    public string Entry { get; set; } = "{}";
}

/// <summary>
/// The audit chain of a year in its table. One writer at a time: the head row is replaced with its ETag in the same
/// batch that adds the entries, so of two writers one fails whole and reads again.
/// </summary>
public sealed class AuditBook(OfficeStorage storage)
{
    // Entry and mark are two rows each, and the head is one: at most 100 to a batch.
    private const int Batch = 49;
    private const string HeadKey = "head";

    /// <summary>Puts intents on the chain and removes them; nothing is left to do for any.</summary>
    public Task AppendAsync(string unit, int year, IReadOnlyList<IntentRow> intents, CancellationToken cancellation) =>
        AppendAsync(unit, year, intents, static _ => true, cancellation);

    /// <summary>
    /// Puts intents on the chain in the order of their instants and removes those of which nothing is left to do. Can be
    /// repeated at any point.
    /// </summary>
    public async Task AppendAsync(
        string unit,
        int year,
        IReadOnlyList<IntentRow> intents,
        Predicate<IntentRow> isDone,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(intents);
        var ordered = intents.OrderBy(intent => intent.At).ThenBy(intent => intent.RowKey, StringComparer.Ordinal);
        foreach (var chunk in ordered.Chunk(Batch))
        {
            if (!await TryAppendAsync(unit, year, chunk, cancellation))
            {
                var fresh = await WithoutMarkedAsync(unit, year, chunk, cancellation);
                if (fresh.Count > 0)
                    await AppendAsync(unit, year, fresh, await HeadRowAsync(unit, year, cancellation), cancellation);
            }

            await DeleteAsync([.. chunk.Where(intent => isDone(intent))], cancellation);
        }
    }

    public async Task<AuditHead> HeadAsync(string unit, int year, CancellationToken cancellation) =>
        HeadOf(unit, year, await HeadRowAsync(unit, year, cancellation));

    public async IAsyncEnumerable<AuditEntry> ReadAsync(
        string unit, int year, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (
            var row in storage.Audit.UnderAsync<AuditRow>(Keys.Partition(unit, year), "entry|", cancellation))
        {
            yield return SakipJson.Read<AuditEntry>(row.Entry);
        }
    }

    /// <summary>The entries after one, in order.</summary>
    public async IAsyncEnumerable<AuditEntry> AfterAsync(
        string unit,
        int year,
        long sequence,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var (partition, from, until) = (Keys.Partition(unit, year), Entry(sequence + 1), Keys.After("entry|"));
        await foreach (var row in storage.Audit.QueryAsync<AuditRow>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {until}"),
            cancellationToken: cancellation))
        {
            yield return SakipJson.Read<AuditEntry>(row.Entry);
        }
    }

    public async Task<AuditEntry?> FindAsync(string unit, int year, long sequence, CancellationToken cancellation) =>
        await storage.Audit.FindAsync<AuditRow>(Keys.Partition(unit, year), Entry(sequence), cancellation) is { } row
            ? SakipJson.Read<AuditEntry>(row.Entry)
            : null;

    /// <summary>
    /// The units and years that have a chain, or had one: those that were started and those with an anchor, so that a
    /// chain does not escape a check by being removed whole.
    /// </summary>
    public async Task<IReadOnlyList<(string Unit, int Year)>> ChainsAsync(CancellationToken cancellation)
    {
        var chains = new SortedSet<(string Unit, int Year)>();
        await foreach (var row in storage.Years.QueryAsync<OfficeYearRow>(
            TableClient.CreateQueryFilter($"PartitionKey eq {OfficeYearRow.Partition}"),
            cancellationToken: cancellation))
        {
            chains.Add((row.Unit, row.Year));
        }

        await foreach (var anchor in storage.Anchors.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (anchor.Name.Split('/') is [var unit, var year, _]
                && int.TryParse(year, CultureInfo.InvariantCulture, out var number))
            {
                chains.Add((unit, number));
            }
        }

        return [.. chains];
    }

    /// <summary>Checks the whole chain against the last anchor.</summary>
    public async Task<AuditVerdict> VerifyAsync(string unit, int year, CancellationToken cancellation)
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in ReadAsync(unit, year, cancellation)) entries.Add(entry);
        return AuditChain.Verify(Name(unit, year), entries, await LastAnchorAsync(unit, year, cancellation));
    }

    private async Task AppendAsync(
        string unit, int year, IReadOnlyList<IntentRow> intents, AuditRow? headRow, CancellationToken cancellation)
    {
        var partition = Keys.Partition(unit, year);
        var (entries, head) = AuditChain.Append(HeadOf(unit, year, headRow), intents.Select(IntentOf));
        var actions = new List<TableTransactionAction>();
        for (var i = 0; i < entries.Count; i++)
        {
            actions.Add(Add(partition, Entry(entries[i].Sequence), SakipJson.Text(entries[i])));
            actions.Add(Add(partition, Mark(intents[i]), FormattableString.Invariant($"{entries[i].Sequence}")));
        }

        var next = new AuditRow { PartitionKey = partition, RowKey = HeadKey, Entry = SakipJson.Text(head) };
        actions.Add(headRow is null
            ? new TableTransactionAction(TableTransactionActionType.Add, next)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, headRow.ETag));
        await storage.Audit.SubmitTransactionAsync(actions, cancellation);
        await AnchorAsync(unit, year, head, cancellation);
    }

    // Mostly none is on the chain yet. A mark that is there fails the batch whole, and then each is looked for.
    private async Task<bool> TryAppendAsync(string unit, int year, IntentRow[] intents, CancellationToken cancellation)
    {
        try
        {
            await AppendAsync(unit, year, intents, await HeadRowAsync(unit, year, cancellation), cancellation);
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<IntentRow>> WithoutMarkedAsync(
        string unit, int year, IntentRow[] intents, CancellationToken cancellation)
    {
        var fresh = new List<IntentRow>();
        foreach (var intent in intents)
        {
            if (await storage.Audit.FindAsync<AuditRow>(Keys.Partition(unit, year), Mark(intent), cancellation) is null)
                fresh.Add(intent);
        }

        return fresh;
    }

    private async Task DeleteAsync(IntentRow[] intents, CancellationToken cancellation)
    {
        if (intents.Length == 0) return;
        try
        {
            await storage.Intents.SubmitTransactionAsync(intents.Select(Removal), cancellation);
        }
        catch (TableTransactionFailedException failure) when (failure.Status == 404)
        {
            // Some are gone already: of a batch that is refused nothing was done.
            foreach (var intent in intents)
                await storage.Intents.DeleteEntityAsync(intent.PartitionKey, intent.RowKey, ETag.All, cancellation);
        }
    }

    private static TableTransactionAction Removal(IntentRow intent) => new(
        TableTransactionActionType.Delete, new TableEntity(intent.PartitionKey, intent.RowKey), ETag.All);

    private Task<AuditRow?> HeadRowAsync(string unit, int year, CancellationToken cancellation) =>
        storage.Audit.FindAsync<AuditRow>(Keys.Partition(unit, year), HeadKey, cancellation);

    private async Task AnchorAsync(string unit, int year, AuditHead head, CancellationToken cancellation)
    {
        var blob = storage.Anchors.GetBlobClient(
            FormattableString.Invariant($"{unit}/{year}/{head.Sequence:D10}.json"));
        try
        {
            await blob.UploadAsync(
                BinaryData.FromBytes(SakipJson.Bytes(head)),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // The same head was anchored before a crash.
        }
    }

    private async Task<AuditHead?> LastAnchorAsync(string unit, int year, CancellationToken cancellation)
    {
        string? last = null;
        await foreach (var blob in storage.Anchors.GetBlobsAsync(
            BlobTraits.None, BlobStates.None, FormattableString.Invariant($"{unit}/{year}/"), cancellation))
        {
            last = blob.Name;
        }

        if (last is null) return null;
        var content = await storage.Anchors.GetBlobClient(last).DownloadContentAsync(cancellation);
        return SakipJson.Read<AuditHead>(content.Value.Content);
    }

    private static TableTransactionAction Add(string partition, string key, string entry) => new(
        TableTransactionActionType.Add, new AuditRow { PartitionKey = partition, RowKey = key, Entry = entry });

    private static string Entry(long sequence) => FormattableString.Invariant($"entry|{sequence:D10}");

    private static string Mark(IntentRow intent) => "mark|" + intent.RowKey;

    private static string Name(string unit, int year) => FormattableString.Invariant($"{unit}:{year}");

    private static AuditHead HeadOf(string unit, int year, AuditRow? row) =>
        row is null ? AuditHead.Of(Name(unit, year)) : SakipJson.Read<AuditHead>(row.Entry);

    private static AuditIntent IntentOf(IntentRow row)
    {
        var facts = SakipJson.Read<AuditFacts>(row.Entry);
        var subject = SubjectRef.Parse(row.Subject)!.InstanceId;
        return new AuditIntent(
            row.At,
            facts.Actor,
            facts.Role,
            facts.Action,
            subject,
            Traces.IdOf(facts.Trace) ?? row.ChangeId)
        {
            DocumentHash = facts.DocumentHash,
            Note = facts.Note,
            Where = facts.Where,
        };
    }
}
