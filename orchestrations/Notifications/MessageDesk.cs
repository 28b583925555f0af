using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sakip.Approvals;
using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Notifications;

/// <summary>Where the app is reached from outside; links in messages begin with it.</summary>
internal sealed class AppOptions
{
    public const string Section = "App";

    [System.ComponentModel.DataAnnotations.Required]
    public Uri? BaseUrl { get; set; }
}

/// <summary>
/// Sends outbox rows: not in quiet hours, again after a failure as the message's policy says, and given up where
/// people then see it. Links and codes are made here and never stored: of a link the nonce, of a code a keyed hash.
/// After a crash a new code is made and the old one dies; a link stays the same.
/// </summary>
internal sealed partial class MessageDesk(
    OfficeStorage storage,
    PlanStore plans,
    LinkTokens tokens,
    OneTimeCodes codes,
    Inbox inbox,
    IMessageTransport transport,
    TimeProvider clock,
    IOptions<AppOptions> app,
    ILogger<MessageDesk> log
)
{
    private static readonly TimeSpan CodesWait = TimeSpan.FromMinutes(10);

    /// <summary>Sends a message whose time has come and marks it. True when nothing is left to do for it.</summary>
    /// <param name="opened">The step that the message's change has just opened, if it did.</param>
    public async Task<bool> SendAsync(
        SubjectRef subject,
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
        var plan = await plans.PlanAsync(subject.Unit, subject.Year, cancellation);
        if (kind.IsCode() && row.At + CodesWait < now)
        {
            // The person has stopped waiting and asks again: a code sent now would only make the newer one void.
            (row.GivenUpAt, row.IsObsolete, row.LastError) = (now, true, "Kode ini tidak ditunggu lagi.");
            await storage.Subjects.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
            return true;
        }

        var earliest = SendingTime.Earliest(kind, now, new WorkCalendar(plan.Holidays));
        if (earliest > now)
            row.NextTryAt = earliest;
        else
            await TryAsync(subject, row, kind, plan, opened, now, cancellation);
        // The line in the lists is the mark that a letter went out; what a crash cuts off before it is done again.
        await inbox.KeepAsync(subject, row, kind, cancellation);
        var wentAtOnce = row is { SentAt: not null, Failures: 0 } && row.ETag == default;
        if (!wentAtOnce)
            await storage.Subjects.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
        return row.IsSettled;
    }

    /// <summary>Whether nothing is left to do for a message: its own row says so, or its line in the lists.</summary>
    public async Task<bool> IsSettledAsync(SubjectRef subject, MessageRow row, CancellationToken cancellation)
    {
        return row.IsSettled || await inbox.IsSettledAsync(subject, row, cancellation);
    }

    private async Task TryAsync(
        SubjectRef subject,
        MessageRow row,
        MessageKind kind,
        OfficePlan plan,
        ApprovalRow? opened,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        try
        {
            await transport.SendAsync(await ComposeAsync(subject, row, kind, plan, opened, cancellation), cancellation);
            row.SentAt = now;
            row.NextTryAt = null;
            row.LastError = null;
        }
        catch (ObsoleteMessageException obsolete)
        {
            row.GivenUpAt = now;
            row.IsObsolete = true;
            row.LastError = obsolete.Message;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Postpone(row, kind, failure, now);
        }
    }

    private void Postpone(MessageRow row, MessageKind kind, Exception failure, DateTimeOffset now)
    {
        var fault = failure is MessageDeliveryException delivery ? delivery.Fault : DeliveryFault.Temporary;
        var policy = DeliveryPolicy.For(kind);
        row.Failures++;
        row.Policy = policy.Name;
        row.LastError =
            failure is MessageDeliveryException ? failure.Message : "Kesalahan sistem: " + failure.GetType().Name;
        row.NextTryAt = policy.NextTry(row.Failures, fault, now);
        if (row.NextTryAt is null)
            row.GivenUpAt = now;
        // Where the server itself is the reason, every letter meets it: somebody is told at the first.
        var isAlert =
            row.GivenUpAt is not null
            || (
                row.Failures == 1
                && failure is not MessageDeliveryException { IsOfConnection: false, Fault: not DeliveryFault.Refused }
            );
        if (isAlert)
            LogFailed(row.DedupeKey, row.Failures, row.GivenUpAt is not null, failure);
        else
            LogPostponed(row.DedupeKey, row.Failures, failure);
    }

    private async Task<ComposedMessage> ComposeAsync(
        SubjectRef subject,
        MessageRow row,
        MessageKind kind,
        OfficePlan plan,
        ApprovalRow? opened,
        CancellationToken cancellation
    )
    {
        var official =
            plan.Officials.FirstOrDefault(candidate => candidate.Code == row.Recipient)
            ?? throw new ObsoleteMessageException("Penerima tidak ada lagi dalam rencana.");
        var facts = SakipJson.Read<Dictionary<string, string>>(row.Facts);
        var link = facts.TryGetValue(FactNames.Page, out var page) ? new Uri(app.Value.BaseUrl!, page) : null;
        string? code = null;
        if (row.LinkStep is { } step)
        {
            var approval =
                opened is { Nonce: not null }
                && opened.Step == step
                && opened.Attempt == row.LinkAttempt
                && !row.WithCode
                && opened.Bearer == row.Recipient
                    ? opened
                    : await IssuedAsync(subject, step, row, cancellation);
            link = new Uri(app.Value.BaseUrl!, "tautan/" + tokens.Write(Ticket(subject, approval)));
            if (row.WithCode)
                code = await codes.IssueAsync(approval, cancellation);
        }

        var recipient = new Recipient(
            official.Code,
            official.FullName(),
            official.Email,
            official.Whatsapp,
            official.WhatsappConsent
        );
        return MessageComposer.Compose(
            new MessageRequest(
                kind,
                row.DedupeKey,
                row.At,
                recipient,
                plan.Unit.ShortName,
                plan.Year,
                facts,
                link,
                code
            )
        );
    }

    /// <summary>The approval with its nonce: made at the first sending, the same ever after.</summary>
    private async Task<ApprovalRow> IssuedAsync(
        SubjectRef subject,
        string step,
        MessageRow row,
        CancellationToken cancellation
    )
    {
        var approval = await storage.Subjects.ChangeAsync<ApprovalRow>(
            Keys.Partition(subject),
            RowKeys.Approval(step, row.LinkAttempt),
            found =>
            {
                // A link belongs to one bearer: a letter for a former bearer, or for a step that is over, is not sent.
                if (found.Bearer != row.Recipient)
                    throw new ObsoleteMessageException("Langkah ini telah beralih kepada pejabat lain.");
                if (found.IsWithdrawn)
                    throw new ObsoleteMessageException("Tautan langkah ini telah dicabut.");
                if (found.Nonce is not null)
                    return false;
                found.Nonce = OneTimeCodes.NewNonce();
                found.IssuedAt = clock.GetUtcNow();
                return true;
            },
            cancellation
        );
        return approval ?? throw new KeyNotFoundException($"No approval {step} {row.LinkAttempt} of {subject.Dotted}.");
    }

    public static LinkTicket Ticket(SubjectRef subject, ApprovalRow approval)
    {
        return new LinkTicket(
            subject.Dotted,
            approval.Step,
            approval.Attempt,
            approval.Bearer,
            LinkAudience.StepPage,
            approval.IssuedAt!.Value.ToUnixTimeSeconds(),
            Expires(approval).ToUnixTimeSeconds(),
            approval.Nonce!,
            approval.DocumentHash
        );
    }

    private static DateTimeOffset Expires(ApprovalRow approval)
    {
        var first = (approval.FirstClosesAt ?? approval.ClosesAt).AddDays(60);
        return first > approval.ClosesAt ? first : approval.ClosesAt.AddDays(60);
    }

    [LoggerMessage(
        EventIds.MessageFailed,
        LogLevel.Error,
        "Message {DedupeKey} could not be sent (failure {Failures}, given up: {IsGivenUp})."
    )]
    private partial void LogFailed(string dedupeKey, int failures, bool isGivenUp, Exception failure);

    [LoggerMessage(
        EventIds.MessagePostponed,
        LogLevel.Warning,
        "Message {DedupeKey} could not be sent yet (failure {Failures})."
    )]
    private partial void LogPostponed(string dedupeKey, int failures, Exception failure);

    /// <summary>What a message was about has passed to somebody else or was withdrawn: it is not sent.</summary>
    private sealed class ObsoleteMessageException(string message) : Exception(message);
}
