using Microsoft.Extensions.Options;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Sends one-time codes to the bearer of a link, and counts those that are tried.</summary>
internal sealed class LinkCodes(
    OfficeStorage storage,
    RateLimits limits,
    Dispatcher dispatcher,
    TimeProvider clock,
    IOptions<LinkOptions> options
)
{
    /// <summary>
    /// Sends a one-time code to the bearer's mailbox, unless mailbox, address or step has had as many as it may.
    /// </summary>
    /// <param name="address">The client's address on the network.</param>
    public async Task<CodeAnswer> SendCodeAsync(OpenedLink link, string address, CancellationToken cancellation)
    {
        var (limit, window) = (options.Value, options.Value.LimitWindow);
        var byAddress = await limits.TakeAsync(
            "link-code-address",
            address,
            limit.CodesPerAddress,
            window,
            cancellation
        );
        if (!byAddress.IsAllowed)
            return new CodeAnswer(CodeSending.TooMany, byAddress);
        var byMailbox = await limits.TakeAsync(
            "link-code-mailbox",
            link.Bearer.Email.ToUpperInvariant(),
            limit.CodesPerMailbox,
            window,
            cancellation
        );
        return byMailbox.IsAllowed
            ? new CodeAnswer(await SendCodeAsync(link, cancellation), byMailbox with { RetryAfter = window })
            : new CodeAnswer(CodeSending.TooMany, byMailbox);
    }

    /// <summary>Counts a code that was given from an address; past the limit none is looked at.</summary>
    public Task<RateAnswer> TryCodeAsync(string address, CancellationToken cancellation) =>
        limits.TakeAsync(
            "link-try-address",
            address,
            options.Value.TriesPerAddress,
            options.Value.LimitWindow,
            cancellation
        );

    private async Task<CodeSending> SendCodeAsync(OpenedLink link, CancellationToken cancellation)
    {
        var (number, isReplaced) = (0, true);
        await storage.Subjects.ChangeAsync<ApprovalRow>(
            link.Approval.PartitionKey,
            link.Approval.RowKey,
            row =>
            {
                isReplaced = row.Nonce != link.Approval.Nonce;
                number = !isReplaced && row.CodesSent < options.Value.CodesPerStep ? ++row.CodesSent : 0;
                return number > 0;
            },
            cancellation
        );
        if (number == 0)
            return isReplaced ? CodeSending.Overtaken : CodeSending.StepExhausted;

        // A new link counts its codes from one again: only together with the link's own number the name is new.
        var (step, attempt) = (link.Policy.Step, link.Approval.Attempt);
        var id = FormattableString.Invariant($"code:{step}:{attempt}:{link.Approval.Changes}:{number}");
        var change = new SubjectChange(link.Subject, id, clock.GetUtcNow())
            .By(link.Actor with { Role = ActorRole.LinkBearer }, AuditAction.SendCode, link.Approval.DocumentHash)
            .Ask(
                MessageKind.OneTimeCode,
                link.Bearer.Code,
                new Dictionary<Fact, string> { [Fact.Step] = step, [Fact.Document] = link.DocumentTitle },
                (step, attempt)
            );
        if (await dispatcher.CommitAsync(change, null, cancellation) != CommitResult.Committed)
            return CodeSending.NotDelivered;
        return change.Messages.Single() switch
        {
            { SentAt: not null } => CodeSending.Sent,
            { IsObsolete: true } => CodeSending.Overtaken,
            { GivenUpAt: not null } => CodeSending.NotDelivered,
            _ => CodeSending.Waits,
        };
    }
}
