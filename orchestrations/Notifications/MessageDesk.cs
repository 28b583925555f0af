using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sakip.Approvals;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Notifications;

/// <summary>Where the app is reached from outside; links in messages begin with it.</summary>
public sealed class AppOptions
{
    public const string Section = "App";

    [System.ComponentModel.DataAnnotations.Required]
    public Uri? BaseUrl { get; set; }
}

/// <summary>
/// Sends outbox rows. Links and codes are made here and never stored: of a link the nonce, of a code a keyed hash. After
/// a crash a new code is made and the old one dies; a link stays the same.
/// </summary>
public sealed partial class MessageDesk(
    OfficeStorage storage, PlanStore plans, LinkTokens tokens, OneTimeCodes codes, IMessageTransport transport,
    TimeProvider clock, IOptions<AppOptions> app, ILogger<MessageDesk> log)
{
    /// <summary>Sends a message and marks it. False when it could not be sent now; the row says why.</summary>
    public async Task<bool> SendAsync(SubjectRef subject, MessageRow row, CancellationToken cancellation)
    {
        try
        {
            await transport.SendAsync(await ComposeAsync(subject, row, cancellation), cancellation);
            row.SentAt = clock.GetUtcNow();
            row.LastError = null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            row.Failures++;
            row.LastError = failure.GetType().Name + ": " + failure.Message;
            LogFailed(row.DedupeKey, row.Failures, failure);
        }

        await storage.Subjects.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
        return row.IsSent;
    }

    private async Task<ComposedMessage> ComposeAsync(SubjectRef subject, MessageRow row, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(subject.Unit, subject.Year, cancellation);
        var official = plan.Officials.Single(candidate => candidate.Code == row.Recipient);
        Uri? link = null;
        string? code = null;
        if (row.LinkStep is { } step)
        {
            var approval = await IssuedAsync(subject, step, row.LinkAttempt, cancellation);
            link = new Uri(app.Value.BaseUrl!, "tautan/" + tokens.Write(Ticket(subject, approval)));
            if (row.WithCode) code = await codes.IssueAsync(approval, cancellation);
        }

        var recipient = new Recipient(official.Code, official.FullName(), official.Email, official.Whatsapp);
        var facts = SakipJson.Read<Dictionary<string, string>>(row.Facts);
        return MessageComposer.Compose(new MessageRequest(
            Enum.Parse<MessageKind>(row.Kind), row.DedupeKey, row.At, recipient, plan.Unit.ShortName, plan.Year, facts,
            link, code));
    }

    /// <summary>The approval with its nonce: made at the first sending, the same ever after.</summary>
    private async Task<ApprovalRow> IssuedAsync(
        SubjectRef subject, string step, int attempt, CancellationToken cancellation)
    {
        while (true)
        {
            var approval = await storage.Subjects.FindAsync<ApprovalRow>(
                Keys.Partition(subject), RowKeys.Approval(step, attempt), cancellation)
                ?? throw new KeyNotFoundException($"No approval {step} {attempt} of {subject.Dotted}.");
            if (approval.Nonce is not null) return approval;
            approval.Nonce = OneTimeCodes.NewNonce();
            approval.IssuedAt = clock.GetUtcNow();
            try
            {
                var answer = await storage.Subjects.UpdateEntityAsync(
                    approval, approval.ETag, TableUpdateMode.Replace, cancellation);
                approval.ETag = answer.Headers.ETag ?? ETag.All;
                return approval;
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
                // Another sender issued the link in between: read its nonce.
            }
        }
    }

    public static LinkTicket Ticket(SubjectRef subject, ApprovalRow approval) => new(
        subject.Dotted, approval.Step, approval.Attempt, approval.Bearer, "sakip",
        approval.IssuedAt!.Value.ToUnixTimeSeconds(), approval.ClosesAt.AddDays(60).ToUnixTimeSeconds(), approval.Nonce!,
        approval.DocumentHash);

    [LoggerMessage(4001, LogLevel.Warning, "Message {DedupeKey} could not be sent (failure {Failures}).")]
    private partial void LogFailed(string dedupeKey, int failures, Exception failure);
}
