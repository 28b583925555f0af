using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <param name="Sent">Letters that went out.</param>
/// <param name="Waiting">Letters that are tried again by themselves.</param>
/// <param name="Failed">Letters that were given up once more, or whose matter has passed.</param>
internal sealed record ResendAnswer(int Sent, int Waiting, int Failed)
{
    public int All => Sent + Waiting + Failed;
}

/// <summary>Sends letters again that were given up, once their cause is mended: one of them, or all of a year.</summary>
internal sealed class LetterResend(OfficeStorage storage, Inbox inbox, Dispatcher dispatcher, TimeProvider clock)
{
    /// <param name="key">The message's key in the lists; null for all that were given up.</param>
    public async Task<ResendAnswer> RunAsync(OfficeYear office, string? key, Actor by, CancellationToken cancellation)
    {
        var (sent, waiting, failed) = (0, 0, 0);
        var lines = new List<InboxRow>();
        await foreach (var line in inbox.FailedRows(office, cancellation))
        {
            if (key is null || line.Key == key)
                lines.Add(line);
        }

        foreach (var line in lines)
        {
            var message = await SendAsync(line, by, cancellation);
            if (message is null or { GivenUpAt: not null })
                failed++;
            else if (message.SentAt is null)
                waiting++;
            else
                sent++;
            if (message is null or { IsObsolete: true } or { GivenUpAt: null })
                await inbox.DropFailedAsync(line, cancellation);
        }

        return new ResendAnswer(sent, waiting, failed);
    }

    private async Task<MessageRow?> SendAsync(InboxRow line, Actor by, CancellationToken cancellation)
    {
        if (await MessageAsync(line, cancellation) is not var (subject, message))
            return null;
        if (message is { SentAt: not null } or { IsObsolete: true } or { GivenUpAt: null })
            return message;
        await inbox.ReopenAsync(line, cancellation);
        var digest = MessageKeys.Digest(message.DedupeKey)[..16];
        var id = FormattableString.Invariant($"resend:{digest}:{++message.Resent}");
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By(by, AuditAction.ResendLetter, note: message.Kind)
            .SendAgain(message);
        await dispatcher.CommitAsync(change, null, cancellation);
        return (await MessageAsync(line, cancellation))?.Message;
    }

    private async Task<(Subject Subject, MessageRow Message)?> MessageAsync(
        InboxRow line,
        CancellationToken cancellation
    )
    {
        var row = RowKeys.Message(line.DedupeKey);
        if (line.Subject is { } dotted && Subject.Parse(dotted) is { } subject)
        {
            return await storage.Subjects.FindAsync<MessageRow>(Keys.Partition(subject), row, cancellation) is { } found
                ? (subject, found)
                : null;
        }

        // A line of an earlier release does not say where its message lies.
        var year = line.PartitionKey + "|";
        await foreach (
            var found in storage.Subjects.QueryAsync<MessageRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {year} and PartitionKey lt {Keys.After(year)} and RowKey eq {row}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            if (Subject.OfPartition(found.PartitionKey) is { } holder)
                return (holder, found);
        }

        return null;
    }
}
