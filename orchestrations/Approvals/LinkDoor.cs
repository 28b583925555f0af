using System.Security.Cryptography;
using System.Text;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Opens what a link leads to. Opening changes nothing.</summary>
internal sealed class LinkDoor(OfficeStorage storage, LinkTokens tokens, PlanStore plans, TimeProvider clock)
{
    /// <summary>How long after the decision a link still opens the files that it was about.</summary>
    public static readonly TimeSpan FilesStay = TimeSpan.FromDays(30);

    private const string ActionPurpose = "action";

    /// <summary>The step behind a token; null when the token is forged, revoked, expired or unknown: which, nobody learns.</summary>
    public async Task<OpenedLink?> OpenAsync(string token, CancellationToken cancellation)
    {
        var ticket = tokens.Read(token);
        var subject = ticket is null ? null : Subject.Parse(ticket.Subject);
        var partition = subject is null ? "none" : Keys.Partition(subject);
        // A forged token costs the same read as a genuine one that no longer holds.
        var rows = await SubjectRows.ReadAsync(storage, partition, cancellation);
        var approval = rows.Approval(ticket?.Step ?? "none", ticket?.Attempt ?? 0);
        var claim = rows.Claim(ticket?.Step ?? "none", ticket?.Attempt ?? 0);
        if (ticket is null || subject is null || approval is null || !IsStanding(ticket, approval, claim))
            return null;
        return await OpenAsync(subject, rows, approval, claim, cancellation);
    }

    /// <summary>The step itself, for those who come to it another way than by its link.</summary>
    internal async Task<OpenedLink> OpenAsync(
        Subject subject,
        SubjectRows rows,
        ApprovalRow approval,
        ClaimRow? claim,
        CancellationToken cancellation
    )
    {
        var office = await plans.PlanAsync(subject.Office, cancellation);
        var plan = AgreementParties.Of(office, subject, office.Zone.DateAt(clock.GetUtcNow()));
        var kind = Enum.Parse<ApprovalKind>(approval.Kind);
        return new OpenedLink
        {
            Subject = subject,
            Policy = ApprovalPolicy.Of(kind),
            Kind = kind,
            Approval = approval,
            Claim = claim,
            State = rows.State,
            Plan = plan,
            Bearer = plan.Officials.Single(official => official.Code == approval.Bearer),
            Rows = rows,
        };
    }

    private bool IsStanding(LinkTicket ticket, ApprovalRow approval, ClaimRow? claim) =>
        approval.Nonce is { } nonce
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(nonce),
            Encoding.ASCII.GetBytes(ticket.Nonce)
        )
        && approval.Bearer == ticket.Bearer
        && ticket.Audience == LinkAudience.StepPage
        && claim is not { Decision: nameof(Decision.Expired) }
        && (claim is not null || DateTimeOffset.FromUnixTimeSeconds(ticket.Expires) >= clock.GetUtcNow());

    /// <summary>The token of a step's own link; null where its link was not made yet.</summary>
    public string? TokenOf(OpenedLink link) =>
        link.Approval.Nonce is null ? null : tokens.Write(LinkMaker.Ticket(link.Subject, link.Approval));

    /// <summary>Hidden in the page's form: a POST without it was not made from the page.</summary>
    public string ActionToken(OpenedLink link) => tokens.Seal(ActionPurpose, ActionText(link));

    public bool IsActionToken(OpenedLink link, string token) => tokens.IsSealed(ActionPurpose, ActionText(link), token);

    /// <summary>Whether document and evidence still open: for <see cref="FilesStay"/> after the decision.</summary>
    public bool FilesAreOpen(OpenedLink link)
    {
        return link.Claim is not { } claim || clock.GetUtcNow() < claim.At + FilesStay;
    }

    private static string ActionText(OpenedLink link) =>
        $"{link.Approval.PartitionKey}\n{link.Approval.RowKey}\n{link.Approval.Nonce}\n{link.Approval.DocumentHash}";
}
