using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>
/// Makes the links of steps and their codes when a letter goes out. They are never stored: of a link the nonce, of a
/// code a keyed hash. After a crash a new code is made and the old one dies; a link stays the same.
/// </summary>
internal sealed class LinkMaker(OfficeStorage storage, LinkTokens tokens, OneTimeCodes codes, TimeProvider clock)
    : ILinkMaker
{
    public async Task<StepLink> MakeAsync(
        Subject subject,
        string step,
        MessageRow message,
        ApprovalRow? opened,
        CancellationToken cancellation
    )
    {
        var approval =
            opened is { Nonce: not null }
            && opened.Step == step
            && opened.Attempt == message.LinkAttempt
            && !message.WithCode
            && opened.Bearer == message.Recipient
                ? opened
                : await IssuedAsync(subject, step, message, cancellation);
        return new StepLink(
            "tautan/" + tokens.Write(Ticket(subject, approval)),
            message.WithCode ? await codes.IssueAsync(approval, cancellation) : null
        );
    }

    /// <summary>The approval with its nonce: made at the first sending, the same ever after.</summary>
    private async Task<ApprovalRow> IssuedAsync(
        Subject subject,
        string step,
        MessageRow message,
        CancellationToken cancellation
    )
    {
        var approval = await storage.Subjects.ChangeAsync<ApprovalRow>(
            Keys.Partition(subject),
            RowKeys.Approval(step, message.LinkAttempt),
            found =>
            {
                // A link belongs to one bearer: a letter for a former bearer, or for a step that is over, is not sent.
                if (found.Bearer != message.Recipient)
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
        return approval
            ?? throw new KeyNotFoundException($"No approval {step} {message.LinkAttempt} of {subject.Dotted}.");
    }

    public static LinkTicket Ticket(Subject subject, ApprovalRow approval)
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
}
