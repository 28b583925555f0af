using System.Globalization;
using Microsoft.DurableTask.Client;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Storage;
using Sakip.Webhooks;

namespace Sakip.Recovery;

/// <summary>
/// Finishes what a crash cut off: changes that were committed but not dispatched are dispatched, intents whose change
/// never came are dropped, and what is done goes onto the audit chain in order, from where receivers are told.
/// </summary>
internal sealed class RecordSweep(
    OfficeStorage storage,
    Dispatcher dispatcher,
    AuditBook book,
    WebhookFeed webhooks,
    TimeProvider clock
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task RunAsync(OfficeYear office, DurableTaskClient client, CancellationToken cancellation)
    {
        var partition = Keys.Partition(office);
        var (committed, done) = (new List<IntentRow>(), new HashSet<IntentRow>());
        await foreach (
            var intent in storage.Intents.QueryAsync<IntentRow>(
                Azure.Data.Tables.TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
                cancellationToken: cancellation
            )
        )
        {
            bool? isDone =
                intent.Dispatched ? true
                : intent.NotBefore > clock.GetUtcNow() ? false
                : await FinishAsync(intent, client, cancellation);
            if (isDone == true || (isDone == false && !intent.Told))
                committed.Add(intent);
            if (isDone == true)
                done.Add(intent);
        }

        // What was done is on the chain at once, also where its letter waits for the morning or for the mail server.
        await book.AppendAsync(office, committed, done.Contains, cancellation);
        await webhooks.RunAsync(office, client, cancellation);
    }

    /// <summary>True when nothing is left to do, false when a message still waits, null when the change does not stand.</summary>
    private async Task<bool?> FinishAsync(IntentRow intent, DurableTaskClient client, CancellationToken cancellation)
    {
        // A change that another process is still writing is left to it for a while.
        if (intent.Timestamp > TimeProvider.System.GetUtcNow() - Patience && intent.At > clock.GetUtcNow() - Patience)
            return null;

        var subject = Subject.Parse(intent.Subject)!;
        var committed = await storage.Subjects.FindAsync<ChangeRow>(
            Keys.Partition(subject),
            RowKeys.Change(intent.ChangeId),
            cancellation
        );
        if (committed is null)
        {
            await storage.Intents.DeleteEntityAsync(intent.PartitionKey, intent.RowKey, intent.ETag, cancellation);
            return null;
        }

        // The intent may be that of somebody who came second; what was committed stands in its own row.
        var change = new SubjectChange(subject, intent.ChangeId, intent.At).As(committed);
        (intent.Entry, intent.At) = (committed.Entry, change.At);
        change.Raise(Signal.Of(committed, change.Audit.Trace));
        await RestoreStepAsync(change, cancellation);
        return await dispatcher.RecoverAsync(change, client, cancellation);
    }

    // The step that a change opened or closed follows from its id: "open:first-party:1", "readdress:first-party:1:2".
    private async Task RestoreStepAsync(SubjectChange change, CancellationToken cancellation)
    {
        var parts = change.Id.Split(':');
        if (
            parts is not [("open" or "decide" or "reissue" or "withdraw" or "readdress"), var step, var number, ..]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
        )
        {
            return;
        }

        var partition = Keys.Partition(change.Subject);
        var claim = await storage.Subjects.FindAsync<ClaimRow>(partition, RowKeys.Claim(step, attempt), cancellation);
        if (claim is not null)
        {
            change.Restore(opened: null, closed: (step, attempt));
            return;
        }

        change.Restore(
            await storage.Subjects.FindAsync<ApprovalRow>(partition, RowKeys.Approval(step, attempt), cancellation),
            null
        );
    }
}
