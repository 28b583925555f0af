using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Audit;

/// <content>Puts what was done on the chain.</content>
internal sealed partial class AuditBook
{
    // Each failed try means that another process has added to the chain; so many may be first.
    private const int Tries = 20;

    // Entry and mark are two rows each, and the head is one: at most 100 to a batch.
    private const int Batch = 49;

    // What this process wrote last. A head row with the same ETag was touched by nobody since.
    private readonly ConcurrentDictionary<string, ETag> _written = new();

    /// <summary>Puts intents on the chain and removes them; nothing is left to do for any.</summary>
    public Task AppendAsync(OfficeYear office, IReadOnlyList<IntentRow> intents, CancellationToken cancellation) =>
        AppendAsync(office, intents, static _ => true, cancellation);

    /// <summary>
    /// Puts intents on the chain in the order of their instants and removes those of which nothing is left to do. Can be
    /// repeated at any point.
    /// </summary>
    public async Task AppendAsync(
        OfficeYear office,
        IReadOnlyList<IntentRow> intents,
        Predicate<IntentRow> isDone,
        CancellationToken cancellation
    )
    {
        var ordered = intents.OrderBy(intent => intent.At).ThenBy(intent => intent.RowKey, StringComparer.Ordinal);
        foreach (var chunk in ordered.Chunk(Batch))
        {
            await AppendChunkAsync(office, chunk, cancellation);
            await DeleteAsync([.. chunk.Where(intent => isDone(intent))], cancellation);
            await TellAsync([.. chunk.Where(intent => !isDone(intent) && !intent.Told)], cancellation);
        }
    }

    // Insert all entries in one batch. It fails as a whole if one is on the chain already or another process writes; then
    // the entries are looked for one by one.
    private async Task AppendChunkAsync(OfficeYear office, IntentRow[] intents, CancellationToken cancellation)
    {
        IReadOnlyList<IntentRow> left = intents;
        for (var attempt = 0; left.Count > 0; attempt++)
        {
            try
            {
                await AppendOnceAsync(office, left, cancellation);
                return;
            }
            catch (RequestFailedException failure) when (failure.Status is 409 or 412 && attempt < Tries)
            {
                left = await WithoutMarkedAsync(office, left, cancellation);
            }
        }
    }

    private async Task AppendOnceAsync(
        OfficeYear office,
        IReadOnlyList<IntentRow> intents,
        CancellationToken cancellation
    )
    {
        var partition = Keys.Partition(office);
        var headRow = await HeadRowAsync(office, cancellation);
        var (from, oldForm) = await CheckedAsync(office, headRow, cancellation);
        var (entries, head) = AuditChain.Append(from, intents.Select(IntentOf));
        var actions = new List<TableTransactionAction>();
        for (var i = 0; i < entries.Count; i++)
        {
            var proof = seal.OfEntry(head.Chain, entries[i]);
            actions.Add(Add(partition, Entry(entries[i].Sequence), SakipJson.Text(entries[i]), proof));
            actions.Add(Add(partition, Mark(intents[i]), FormattableString.Invariant($"{entries[i].Sequence}")));
        }

        var next = seal.Of(head, oldForm);
        var row = new AuditRow
        {
            PartitionKey = partition,
            RowKey = AuditChains.HeadKey,
            Entry = SakipJson.Text(next),
        };
        actions.Add(
            headRow is null
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, headRow.ETag)
        );
        var answer = await storage.Audit.SubmitTransactionAsync(actions, cancellation);
        await _anchors.PutAsync(office, next, cancellation);
        if (answer.Value[^1].Headers.ETag is { } written)
            _written[partition] = written;
    }

    // The head row alone is believed only with its seal, with the entry it names, and with no anchor that says otherwise.
    private async Task<(AuditHead Head, long OldForm)> CheckedAsync(
        OfficeYear office,
        AuditRow? row,
        CancellationToken cancellation
    )
    {
        var stored = row is null ? new SealedHead(Name(office), 0, AuditHead.Of(Name(office)).Hash) : Stored(row);
        AuditRefusedException Refused(AuditFlaw flaw) => new(office, stored.Sequence, flaw);
        var head = stored.Head();
        if (row is not null && (head.Chain != Name(office) || !seal.IsGenuine(stored)))
            throw Refused(AuditFlaw.HeadForged);
        if (row is not null && (await FindAsync(office, head.Sequence, cancellation))?.Hash != head.Hash)
            throw Refused(AuditFlaw.HeadDiffers);
        if (row is not null && _written.TryGetValue(row.PartitionKey, out var written) && written == row.ETag)
            return (head, stored.OldForm);
        if (await _anchors.ContradictionAsync(office, head, cancellation) is { } flaw)
        {
            // Another process may have gone on since the row was read.
            var now = await HeadRowAsync(office, cancellation);
            if (now?.ETag != row?.ETag)
                throw new RequestFailedException(412, "The head of the chain has moved on.");
            throw Refused(flaw);
        }

        // A crash may have come between the entries and their anchor.
        if (row is not null)
            await _anchors.PutAsync(office, stored, cancellation);
        return (head, stored.OldForm);
    }

    private async Task<IReadOnlyList<IntentRow>> WithoutMarkedAsync(
        OfficeYear office,
        IReadOnlyList<IntentRow> intents,
        CancellationToken cancellation
    )
    {
        var fresh = new List<IntentRow>();
        foreach (var intent in intents)
        {
            if (await storage.Audit.FindAsync<AuditRow>(Keys.Partition(office), Mark(intent), cancellation) is null)
                fresh.Add(intent);
        }

        return fresh;
    }

    private async Task DeleteAsync(IntentRow[] intents, CancellationToken cancellation)
    {
        if (intents.Length == 0)
            return;
        try
        {
            await storage.Intents.SubmitTransactionAsync(intents.Select(Removal), cancellation);
        }
        catch (TableTransactionFailedException failure) when (failure.Status == 404)
        {
            // Some rows are gone, so the whole batch was refused: delete one by one.
            foreach (var intent in intents)
                await storage.Intents.DeleteEntityAsync(intent.PartitionKey, intent.RowKey, ETag.All, cancellation);
        }
    }

    // A later sweep need not look for them on the chain.
    private async Task TellAsync(IntentRow[] waiting, CancellationToken cancellation)
    {
        if (waiting.Length == 0)
            return;
        foreach (var intent in waiting)
            intent.Told = true;
        try
        {
            await storage.Intents.SubmitTransactionAsync(
                waiting.Select(intent => new TableTransactionAction(
                    TableTransactionActionType.UpdateReplace,
                    intent,
                    intent.ETag
                )),
                cancellation
            );
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404 or 412)
        {
            // Somebody has gone on with one of them. The next sweep finds their marks and tells them again.
        }
    }

    private static TableTransactionAction Removal(IntentRow intent) =>
        new(TableTransactionActionType.Delete, new TableEntity(intent.PartitionKey, intent.RowKey), ETag.All);

    private static TableTransactionAction Add(string partition, string key, string entry, string? seal = null) =>
        new(
            TableTransactionActionType.Add,
            new AuditRow
            {
                PartitionKey = partition,
                RowKey = key,
                Entry = entry,
                Seal = seal,
            }
        );

    private static string Mark(IntentRow intent) => "mark|" + intent.RowKey;

    private static AuditIntent IntentOf(IntentRow row)
    {
        var facts = SakipJson.Read<AuditFacts>(row.Entry);
        var subject = Subject.Parse(row.Subject)!.InstanceId;
        return new AuditIntent(
            row.At,
            facts.Actor,
            facts.Role,
            facts.Action,
            subject,
            Traces.IdOf(facts.Trace) ?? row.ChangeId
        )
        {
            DocumentHash = facts.DocumentHash,
            Note = facts.Note,
            Where = facts.Where,
        };
    }
}
