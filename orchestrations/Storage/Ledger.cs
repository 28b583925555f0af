using Azure;
using Azure.Data.Tables;
using Sakip.Kernel;

namespace Sakip.Storage;

internal enum CommitResult
{
    /// <summary>This call made the change.</summary>
    Committed,

    /// <summary>The same change was made before.</summary>
    AlreadyCommitted,

    /// <summary>Another decision stands in the way; nothing was changed.</summary>
    Conflict,
}

/// <summary>
/// Commits changes. The intent is written first, in the year's partition; then everything that the change does, as one
/// batch in the subject's partition. What follows (messages, events, lists) is dispatched from the committed rows, so a
/// crash at any point is finished by <see cref="IntentRow"/> sweeps.
/// </summary>
internal sealed class Ledger(OfficeStorage storage)
{
    private const int LargestBatch = 100;

    public async Task<CommitResult> CommitAsync(SubjectChange change, CancellationToken cancellation)
    {
        if (change.Actions.Count >= LargestBatch)
            throw new InvalidOperationException($"A change has at most {LargestBatch} rows; {change.Id} has more.");

        var partition = Keys.Partition(change.Subject);
        var record = new ChangeRow
        {
            PartitionKey = partition,
            RowKey = RowKeys.Change(change.Id),
            Entry = SakipJson.Text(change.Audit),
            At = change.At,
            EventInstance = change.Signal?.Instance,
            EventName = change.Signal?.Event,
            EventPayload = change.Signal is { } signal ? SakipJson.Text(signal.Payload) : null,
        };
        await storage.Grouped.UpsertAsync(storage.Intents, Intent(change)).WaitAsync(cancellation);
        try
        {
            await storage.Subjects.SubmitTransactionAsync(
                [new TableTransactionAction(TableTransactionActionType.Add, record), .. change.Actions],
                cancellation
            );
            return CommitResult.Committed;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
        {
            if (await storage.Subjects.FindAsync<ChangeRow>(partition, record.RowKey, cancellation) is { } standing)
            {
                // Two people may decide the same step at once: the trail tells of the one who was first.
                change.As(standing);
                if (standing.Entry != record.Entry)
                    await storage.Grouped.UpsertAsync(storage.Intents, Intent(change)).WaitAsync(cancellation);
                return CommitResult.AlreadyCommitted;
            }

            await DropAsync(change.Subject, change.Id, cancellation);
            return CommitResult.Conflict;
        }
    }

    /// <summary>Marks what follows from a change as done; the entry then waits only for the audit chain.</summary>
    public async Task SettleAsync(SubjectChange change, CancellationToken cancellation)
    {
        var intent = Intent(change);
        intent.Dispatched = true;
        await storage.Grouped.UpsertAsync(storage.Intents, intent).WaitAsync(cancellation);
    }

    /// <summary>Marks a change of which only letters are left to send, none before <paramref name="until"/>.</summary>
    public async Task PostponeAsync(SubjectChange change, DateTimeOffset until, CancellationToken cancellation)
    {
        var intent = Intent(change);
        intent.NotBefore = until;
        await storage.Grouped.UpsertAsync(storage.Intents, intent).WaitAsync(cancellation);
    }

    public Task DropAsync(Subject subject, string changeId, CancellationToken cancellation) =>
        storage.Intents.DeleteEntityAsync(
            Keys.Partition(subject.Office),
            Keys.Join(subject.Dotted, changeId),
            ETag.All,
            cancellation
        );

    private static IntentRow Intent(SubjectChange change) =>
        new()
        {
            PartitionKey = Keys.Partition(change.Subject.Office),
            RowKey = Keys.Join(change.Subject.Dotted, change.Id),
            Subject = change.Subject.Dotted,
            ChangeId = change.Id,
            Entry = SakipJson.Text(change.Audit),
            At = change.At,
        };
}
