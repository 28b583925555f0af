using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
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
        // A forged token costs the same reads as a genuine one.
        var approval = await storage.Subjects.FindAsync<ApprovalRow>(
            partition, RowKeys.Approval(ticket?.Step ?? "none", ticket?.Attempt ?? 0), cancellation);
        var claim = await storage.Subjects.FindAsync<ClaimRow>(
            partition, RowKeys.Claim(ticket?.Step ?? "none", ticket?.Attempt ?? 0), cancellation);
        if (ticket is null || subject is null || approval is null || approval.Nonce != ticket.Nonce
            || approval.Bearer != ticket.Bearer || ticket.Audience != LinkAudience)
        {
            return null;
        }

        if (claim is { Decision: nameof(Decision.Expired) }) return null;
        if (claim is null && DateTimeOffset.FromUnixTimeSeconds(ticket.Expires) < clock.GetUtcNow()) return null;

        var state = await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation);
        var plan = await plans.PlanAsync(subject.Unit, subject.Year, cancellation);
        var kind = Enum.Parse<ApprovalKind>(approval.Kind);
        return new OpenedLink(
            subject, ApprovalPolicy.Of(kind), kind, approval, claim, state, plan,
            plan.Officials.Single(official => official.Code == approval.Bearer));
    }

    public const string LinkAudience = "sakip";

    /// <summary>Hidden in the page's form: a POST without it was not made from the page.</summary>
    public string ActionToken(OpenedLink link) => tokens.Seal(ActionPurpose, ActionText(link));

    public bool IsActionToken(OpenedLink link, string token) => tokens.IsSealed(ActionPurpose, ActionText(link), token);

    /// <summary>Sends a one-time code to the bearer's mailbox. False when the step has had as many as it may.</summary>
    public async Task<bool> SendCodeAsync(OpenedLink link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        var number = link.Approval.CodesSent + 1;
        if (number > options.Value.CodesPerStep) return false;
        var counted = await storage.Subjects.FindAsync<ApprovalRow>(
            link.Approval.PartitionKey, link.Approval.RowKey, cancellation);
        counted!.CodesSent = number;
        await storage.Subjects.UpdateEntityAsync(
            counted, counted.ETag, Azure.Data.Tables.TableUpdateMode.Replace, cancellation);

        var (step, attempt) = (link.Policy.Step, link.Approval.Attempt);
        var id = FormattableString.Invariant($"code:{step}:{attempt}:{number}");
        var change = new SubjectChange(link.Subject, id, clock.GetUtcNow())
            .By(link.Bearer.Code, "pemegang tautan", "SendCode", link.Approval.DocumentHash)
            .Notify(
                Notifications.MessageKind.OneTimeCode, link.Bearer.Code, $"{link.Subject.Dotted}:{id}",
                new { step }, (step, attempt), withCode: true);
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
        var change = new SubjectChange(link.Subject, ApprovalActivities.DecideId(step, attempt), now)
            .By(link.Bearer.Code, step, claim.Decision, signed?.Hash ?? bodyHash ?? claim.DocumentHash)
            .Claim(claim, step, attempt)
            .Set(NextState.After(link, request.Decision, signed?.Hash ?? bodyHash, signed?.State, now))
            .Raise(InstanceIds.Approval(link.Subject, step, attempt), InstanceIds.Decided(step, attempt));
        if (await dispatcher.CommitAsync(change, client, cancellation) == CommitResult.Committed)
            return new DecisionAnswer(DecisionStatus.Decided, claim);

        var other = await storage.Subjects.FindAsync<ClaimRow>(
            Keys.Partition(link.Subject), RowKeys.Claim(step, attempt), cancellation);
        return Answer(other!, request);
    }

    private static DecisionAnswer Answer(ClaimRow standing, DecisionRequest request) => new(
        standing.Decision == request.Decision.ToString() ? DecisionStatus.SameAgain : DecisionStatus.OtherStands, standing);

    private static bool IsAllowed(ApprovalPolicy policy, Decision decision) =>
        decision == policy.Yes || (decision == Decision.Returned && policy.CanReturn);

    private static string ActionText(OpenedLink link) =>
        $"{link.Approval.PartitionKey}\n{link.Approval.RowKey}\n{link.Approval.Nonce}";
}
