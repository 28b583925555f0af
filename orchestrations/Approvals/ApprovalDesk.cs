using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Sakip.Collection;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>A link that is genuine: its step, and the decision that stands, if any.</summary>
public sealed record OpenedLink(
    SubjectRef Subject, ApprovalPolicy Policy, ApprovalKind Kind, ApprovalRow Approval, ClaimRow? Claim, StateRow? State,
    OfficePlan Plan, Official Bearer);

/// <param name="Body">What is handed in (a submission), already validated.</param>
public sealed record DecisionRequest(
    Decision Decision, string? Note, string? Code, byte[]? Body = null, SigningSecret? Secret = null);

public enum DecisionStatus
{
    Decided,
    SameAgain,
    OtherStands,
    CodeWrong,
    CodeDead,
    NotAllowed,

    /// <summary>The bearer decided an earlier step of the same matter: nobody checks or approves their own work.</summary>
    ActedBefore,

    /// <summary>Link or code was replaced while the decision was under way: nothing was decided.</summary>
    Overtaken,
}

/// <param name="Claim">The decision that stands, where one does.</param>
public sealed record DecisionAnswer(DecisionStatus Status, ClaimRow? Claim);

/// <summary>Where a link is opened and a decision is taken. Opening changes nothing.</summary>
public sealed class ApprovalDesk(
    OfficeStorage storage, LinkTokens tokens, OneTimeCodes codes, PlanStore plans, BlobVault vault, SigningRoom signing,
    Dispatcher dispatcher, TimeProvider clock, IOptions<LinkOptions> options)
{
    private const string ActionPurpose = "action";

    /// <summary>The step behind a token; null when the token is forged, revoked, expired or unknown: which, nobody learns.</summary>
    public async Task<OpenedLink?> OpenAsync(string token, CancellationToken cancellation)
    {
        var ticket = tokens.Read(token);
        var subject = ticket is null ? null : SubjectRef.Parse(ticket.Subject);
        var partition = subject is null ? "none" : Keys.Partition(subject);
        // A forged token costs the same reads as a genuine one that no longer holds.
        var approval = await storage.Subjects.FindAsync<ApprovalRow>(
            partition, RowKeys.Approval(ticket?.Step ?? "none", ticket?.Attempt ?? 0), cancellation);
        var claim = await storage.Subjects.FindAsync<ClaimRow>(
            partition, RowKeys.Claim(ticket?.Step ?? "none", ticket?.Attempt ?? 0), cancellation);
        if (ticket is null || subject is null || approval is null || !IsStanding(ticket, approval, claim)) return null;
        return await OpenAsync(subject, approval, claim, cancellation);
    }

    /// <summary>The step itself, for those who come to it another way than by its link.</summary>
    internal async Task<OpenedLink> OpenAsync(
        SubjectRef subject, ApprovalRow approval, ClaimRow? claim, CancellationToken cancellation)
    {
        var state = await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation);
        var plan = await plans.PlanAsync(subject.Unit, subject.Year, cancellation);
        var kind = Enum.Parse<ApprovalKind>(approval.Kind);
        return new OpenedLink(
            subject, ApprovalPolicy.Of(kind), kind, approval, claim, state, plan,
            plan.Officials.Single(official => official.Code == approval.Bearer));
    }

    private bool IsStanding(LinkTicket ticket, ApprovalRow approval, ClaimRow? claim) =>
        approval.Nonce is { } nonce
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(nonce), Encoding.ASCII.GetBytes(ticket.Nonce))
        && approval.Bearer == ticket.Bearer && ticket.Audience == LinkAudience.StepPage
        && claim is not { Decision: nameof(Decision.Expired) }
        && (claim is not null || DateTimeOffset.FromUnixTimeSeconds(ticket.Expires) >= clock.GetUtcNow());

    /// <summary>Hidden in the page's form: a POST without it was not made from the page.</summary>
    public string ActionToken(OpenedLink link) => tokens.Seal(ActionPurpose, ActionText(link));

    public bool IsActionToken(OpenedLink link, string token) => tokens.IsSealed(ActionPurpose, ActionText(link), token);

    /// <summary>Sends a one-time code to the bearer's mailbox. False when the step has had as many as it may.</summary>
    public async Task<bool> SendCodeAsync(OpenedLink link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        var number = 0;
        await storage.Subjects.ChangeAsync<ApprovalRow>(
            link.Approval.PartitionKey, link.Approval.RowKey,
            row =>
            {
                number = row.Nonce == link.Approval.Nonce && row.CodesSent < options.Value.CodesPerStep
                    ? ++row.CodesSent
                    : 0;
                return number > 0;
            },
            cancellation);
        if (number == 0) return false;

        var (step, attempt) = (link.Policy.Step, link.Approval.Attempt);
        var id = FormattableString.Invariant($"code:{step}:{attempt}:{number}");
        var change = new SubjectChange(link.Subject, id, clock.GetUtcNow())
            .By(link.Bearer.Code, "pemegang tautan", "SendCode", link.Approval.DocumentHash)
            .Notify(
                Notifications.MessageKind.OneTimeCode, link.Bearer.Code, $"{link.Subject.Dotted}:{id}",
                new { step, document = Facts.TitleOf(link.Plan, InputOf(link)) }, (step, attempt), withCode: true);
        await dispatcher.CommitAsync(change, null, cancellation);
        return true;
    }

    public async Task<DecisionAnswer> DecideAsync(
        OpenedLink link, DecisionRequest request, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(request);
        if (link.Claim is { } standing) return Answer(standing, request);
        if (!IsAllowed(link.Policy, request.Decision)) return new DecisionAnswer(DecisionStatus.NotAllowed, null);
        var acted = await storage.ActedAsync(link.Subject, link.Policy, link.Approval.Attempt, cancellation);
        if (acted.Contains(link.Bearer.Code)) return new DecisionAnswer(DecisionStatus.ActedBefore, null);
        if (link.Policy.NeedsCode)
        {
            var check = await codes.CheckAsync(link.Approval, request.Code ?? "", cancellation);
            if (check == CodeCheck.Wrong) return new DecisionAnswer(DecisionStatus.CodeWrong, null);
            if (check == CodeCheck.Dead) return new DecisionAnswer(DecisionStatus.CodeDead, null);
        }

        var now = clock.GetUtcNow();
        var signed = request.Decision == Decision.Signed
            ? await signing.SignAsync(link, request.Secret, now, cancellation)
            : null;
        var bodyHash = request.Body is null ? null : await vault.KeepSnapshotAsync(request.Body, cancellation);
        var claim = new ClaimRow
        {
            Decision = request.Decision.ToString(),
            By = link.Bearer.Code,
            ByName = link.Bearer.FullName(),
            At = now,
            Note = request.Note,
            DocumentHash = link.Approval.DocumentHash,
            ResultHash = signed?.Hash,
            BodyHash = bodyHash,
        };
        var (step, attempt) = (link.Policy.Step, link.Approval.Attempt);
        // The code dies with the decision; a link that was replaced in between decides nothing.
        link.Approval.CodeHash = null;
        var change = new SubjectChange(link.Subject, ApprovalActivities.DecideId(step, attempt), now)
            .By(link.Bearer.Code, step, claim.Decision, signed?.Hash ?? bodyHash ?? claim.DocumentHash)
            .Claim(claim, step, attempt)
            .Replace(link.Approval)
            .Set(NextState.After(link, request.Decision, signed?.Hash ?? bodyHash, signed?.State, now))
            .Raise(InstanceIds.Approval(link.Subject, step, attempt), InstanceIds.Decided(step, attempt));
        ReportMessages.AddTo(change, link, request.Decision, request.Note);
        if (await dispatcher.CommitAsync(change, client, cancellation) == CommitResult.Committed)
            return new DecisionAnswer(DecisionStatus.Decided, claim);

        var other = await storage.Subjects.FindAsync<ClaimRow>(
            Keys.Partition(link.Subject), RowKeys.Claim(step, attempt), cancellation);
        return other is null ? new DecisionAnswer(DecisionStatus.Overtaken, null) : Answer(other, request);
    }

    private static ApprovalInput InputOf(OpenedLink link) =>
        Facts.InputOf(link.Subject, link.Approval.Kind, link.Approval.Attempt, link.Approval.SubUnit);

    private static DecisionAnswer Answer(ClaimRow standing, DecisionRequest request) => new(
        standing.Decision == request.Decision.ToString() ? DecisionStatus.SameAgain : DecisionStatus.OtherStands, standing);

    private static bool IsAllowed(ApprovalPolicy policy, Decision decision) =>
        decision == policy.Yes || (decision == Decision.Returned && policy.CanReturn);

    private static string ActionText(OpenedLink link) =>
        $"{link.Approval.PartitionKey}\n{link.Approval.RowKey}\n{link.Approval.Nonce}";
}
