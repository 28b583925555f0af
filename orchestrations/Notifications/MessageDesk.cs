using Azure;
using Azure.Data.Tables;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Notifications;

/// <summary>Sends outbox rows whose time has come, not in quiet hours, and keeps what became of them.</summary>
internal sealed class MessageDesk(
    OfficeStorage storage,
    PlanStore plans,
    Inbox inbox,
    MessageDelivery delivery,
    TimeProvider clock
) : IOutbox
{
    private static readonly TimeSpan CodesWait = TimeSpan.FromMinutes(10);

    /// <summary>Sends a message whose time has come and marks it. True when nothing is left to do for it.</summary>
    /// <param name="opened">The step that the message's change has just opened, if it did.</param>
    public async Task<bool> SendAsync(
        Subject subject,
        MessageRow row,
        CancellationToken cancellation,
        ApprovalRow? opened = null
    )
    {
        var now = clock.GetUtcNow();
        if (row.IsSettled)
            return true;
        if (row.NextTryAt > now)
            return false;
        var kind = Enum.Parse<MessageKind>(row.Kind);
        var plan = await plans.PlanAsync(subject.Office, cancellation);
        if (kind.IsCode() && row.At + CodesWait < now)
        {
            // The person has stopped waiting and asks again: a code sent now would only make the newer one void.
            (row.GivenUpAt, row.IsObsolete, row.LastError) = (now, true, "Kode ini tidak ditunggu lagi.");
            await storage.Subjects.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
            return true;
        }

        var earliest = SendingTime.Earliest(kind, now, plan.WorkDays());
        if (earliest > now)
            row.NextTryAt = earliest;
        else
            await delivery.TryAsync(subject, row, plan, opened, cancellation);
        // The line in the lists is the mark that a letter went out; what a crash cuts off before it is done again.
        await inbox.KeepAsync(subject, row, kind, cancellation);
        var wentAtOnce = row is { SentAt: not null, Failures: 0 } && row.ETag == default;
        if (!wentAtOnce)
            await storage.Subjects.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
        return row.IsSettled;
    }

    /// <summary>Whether nothing is left to do for a message: its own row says so, or its line in the lists.</summary>
    public async Task<bool> IsSettledAsync(Subject subject, MessageRow row, CancellationToken cancellation)
    {
        return row.IsSettled || await inbox.IsSettledAsync(subject, row, cancellation);
    }
}
