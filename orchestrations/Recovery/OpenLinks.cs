using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <summary>The links that somebody may still open.</summary>
/// <param name="Count">How many were issued before the instant asked for.</param>
/// <param name="Until">When the last of them expires; null where there is none.</param>
internal sealed record OpenLinksBefore(int Count, DateTimeOffset? Until);

/// <summary>Tells when a key that no longer signs may go: when no link that it signed is open any more.</summary>
internal sealed class OpenLinks(OfficeStorage storage)
{
    /// <param name="instant">When the new key began to sign.</param>
    public async Task<OpenLinksBefore> IssuedBeforeAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        var count = 0;
        DateTimeOffset? until = null;
        await foreach (var waiting in storage.Waiting.QueryAsync<WaitingRow>(cancellationToken: cancellation))
        {
            if (Subject.Parse(waiting.Subject) is not { } subject)
                continue;
            var approval = await storage.Subjects.FindAsync<ApprovalRow>(
                Keys.Partition(subject),
                RowKeys.Approval(waiting.Step, waiting.Attempt),
                cancellation
            );
            if (approval is not { Nonce: not null, IssuedAt: { } issued } || issued >= instant)
                continue;
            var expires = DateTimeOffset.FromUnixTimeSeconds(LinkMaker.Ticket(subject, approval).Expires);
            count++;
            if (until is null || expires > until)
                until = expires;
        }

        return new OpenLinksBefore(count, until);
    }
}
