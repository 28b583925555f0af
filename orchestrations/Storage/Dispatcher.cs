using Microsoft.DurableTask.Client;

namespace Sakip.Storage;

/// <summary>Does what follows from a committed change: lists, messages, the event. Every part can be repeated.</summary>
internal sealed class Dispatcher(OfficeStorage storage, Ledger ledger, IOutbox messages)
{
    /// <summary>Commits the change and dispatches it.</summary>
    /// <param name="client">Null in an activity: its changes raise no event.</param>
    public async Task<CommitResult> CommitAsync(
        SubjectChange change,
        DurableTaskClient? client,
        CancellationToken cancellation
    )
    {
        try
        {
            var result = await ledger.CommitAsync(change, cancellation);
            if (result == CommitResult.Conflict)
                return result;
            if (result == CommitResult.AlreadyCommitted)
                await RecoverAsync(change, client, cancellation);
            else
                await DispatchAsync(change, change.Messages, client, cancellation);
            return result;
        }
        finally
        {
            storage.Memory.Changed(change.Subject.Office);
        }
    }

    /// <summary>Finishes a change that an earlier process committed. True when nothing is left to do.</summary>
    public async Task<bool> RecoverAsync(
        SubjectChange change,
        DurableTaskClient? client,
        CancellationToken cancellation
    )
    {
        var unsent = new List<MessageRow>();
        var partition = Keys.Partition(change.Subject);
        await foreach (
            var row in storage.Subjects.UnderAsync<MessageRow>(partition, RowKeys.MessagePrefix, cancellation)
        )
        {
            if (!await messages.IsSettledAsync(change.Subject, row, cancellation))
                unsent.Add(row);
        }

        return await DispatchAsync(change, unsent, client, cancellation);
    }

    private async Task<bool> DispatchAsync(
        SubjectChange change,
        IEnumerable<MessageRow> unsent,
        DurableTaskClient? client,
        CancellationToken cancellation
    )
    {
        await UpdateWaitingAsync(change, cancellation);
        storage.Memory.Changed(change.Subject.Office);
        // Raise the event before sending letters: a crash in between delays letters, not the year.
        if (change.Signal is { } signal && client is not null)
            await client.TellAsync(signal.Instance, signal.Event, signal.Payload, cancellation);

        var waiting = new List<MessageRow>();
        // What somebody waits for in front of a page does not wait behind the rest.
        foreach (var message in unsent.OrderBy(message => message.WithCode ? 0 : 1))
        {
            if (!await messages.SendAsync(change.Subject, message, cancellation, change.Opened))
                waiting.Add(message);
        }

        if (change.Signal is not null && client is null)
            return false;
        if (waiting.Count == 0)
            await ledger.SettleAsync(change, cancellation);
        else if (waiting.All(message => message.NextTryAt is not null))
            await ledger.PostponeAsync(change, waiting.Min(message => message.NextTryAt!.Value), cancellation);
        return waiting.Count == 0;
    }

    private async Task UpdateWaitingAsync(SubjectChange change, CancellationToken cancellation)
    {
        var year = Keys.Partition(change.Subject.Office);
        if (change.Opened is { } opened)
        {
            await storage
                .Grouped.UpsertAsync(
                    storage.Waiting,
                    new WaitingRow
                    {
                        PartitionKey = year,
                        RowKey = WaitingKey(change.Subject, opened.Step, opened.Attempt),
                        Subject = change.Subject.Dotted,
                        Kind = opened.Kind,
                        Step = opened.Step,
                        Attempt = opened.Attempt,
                        Bearer = opened.Bearer,
                        SubUnit = opened.SubUnit,
                        Since = opened.OpenedAt,
                        DueAt = opened.DueAt,
                        ClosesAt = opened.ClosesAt,
                        Extension = opened.Extension,
                        MovedAt = opened.MovedAt,
                    }
                )
                .WaitAsync(cancellation);
        }

        if (change.Closed is { } closed)
        {
            await storage
                .Grouped.DeleteAsync(storage.Waiting, year, WaitingKey(change.Subject, closed.Step, closed.Attempt))
                .WaitAsync(cancellation);
        }
    }

    private static string WaitingKey(Subject subject, string step, int attempt) =>
        Keys.Join(subject.Dotted, step, FormattableString.Invariant($"{attempt:D4}"));
}
