using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
/// people then see it.
/// </summary>
internal sealed partial class MessageDesk(
    OfficeStorage storage,
    PlanStore plans,
    ILinkMaker links,
    Inbox inbox,
    IMessageTransport transport,
    TimeProvider clock,
    IOptions<AppOptions> app,
    ILogger<MessageDesk> log
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
            await TryAsync(subject, row, kind, plan, opened, now, cancellation);
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

    private async Task TryAsync(
        Subject subject,
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
        Subject subject,
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
        var facts = FactText.Read(row.Facts);
        if (row.LinkStep is null && MessagePages.Of(subject, kind) is { } own)
            facts.TryAdd(Fact.Page, own);
        var link = facts.TryGetValue(Fact.Page, out var page) ? new Uri(app.Value.BaseUrl!, page) : null;
        string? code = null;
        if (row.LinkStep is { } step)
        {
            var made = await links.MakeAsync(subject, step, row, opened, cancellation);
            (link, code) = (new Uri(app.Value.BaseUrl!, made.Path), made.Code);
        }

        var steps = await StepsAsync(row, facts, cancellation);
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
                code,
                plan.Zone
            )
            {
                Steps = steps,
                Helper = HelperOf(plan, official),
            }
        );
    }

    // The office's administrator; the administrator is sent to a planner.
    private static string? HelperOf(OfficePlan plan, Official recipient)
    {
        var directory = new OfficeDirectory(plan);
        var helper = directory
            .WithRole(OfficeRole.Administrator)
            .Concat(directory.WithRole(OfficeRole.Planner))
            .FirstOrDefault(one => one.Code != recipient.Code && one.Email.Length > 0);
        return helper is null ? null : $"{helper.FullName()} ({helper.Email})";
    }

    // What has passed to somebody else meanwhile is left out; a letter of which nothing stands is not sent.
    private async Task<IReadOnlyList<(LetterStep Step, Uri? Link)>> StepsAsync(
        MessageRow row,
        Dictionary<Fact, string> facts,
        CancellationToken cancellation
    )
    {
        var all = LetterStep.Of(facts);
        var standing = new List<(LetterStep, Uri?)>();
        foreach (var step in all)
        {
            if (step.Subject is null)
            {
                standing.Add((step, null));
                continue;
            }

            var asked = new MessageRow { Recipient = row.Recipient, LinkAttempt = step.Attempt };
            try
            {
                var made = await links.MakeAsync(Subject.Parse(step.Subject)!, step.Step!, asked, null, cancellation);
                standing.Add((step, new Uri(app.Value.BaseUrl!, made.Path)));
            }
            catch (ObsoleteMessageException) when (all.Count > 1)
            {
                // The letter tells of the others.
            }
        }

        return all.Count > 0 && standing.Count == 0
            ? throw new ObsoleteMessageException("Semua langkah pada surat ini telah beralih kepada pejabat lain.")
            : standing;
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
}
