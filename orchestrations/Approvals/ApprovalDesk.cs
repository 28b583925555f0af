using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Where a link is opened and a decision is taken. Opening changes nothing.</summary>
internal sealed class ApprovalDesk(
    OfficeStorage storage,
    LinkTokens tokens,
    OneTimeCodes codes,
    RateLimits limits,
    PlanStore plans,
    BlobVault vault,
    SigningRoom signing,
    StepRules steps,
    Dispatcher dispatcher,
    TimeProvider clock,
    IOptions<LinkOptions> options
)
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
        var plan = await plans.PlanAsync(subject.Office, cancellation);
        var kind = Enum.Parse<ApprovalKind>(approval.Kind);
        return new OpenedLink(
            subject,
            ApprovalPolicy.Of(kind),
            kind,
            approval,
            claim,
            rows.State,
            plan,
            plan.Officials.Single(official => official.Code == approval.Bearer)
        )
        {
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

    /// <summary>Hidden in the page's form: a POST without it was not made from the page.</summary>
    public string ActionToken(OpenedLink link) => tokens.Seal(ActionPurpose, ActionText(link));

    public bool IsActionToken(OpenedLink link, string token) => tokens.IsSealed(ActionPurpose, ActionText(link), token);

    /// <summary>Whether document and evidence still open: for <see cref="FilesStay"/> after the decision.</summary>
    public bool FilesAreOpen(OpenedLink link)
    {
        return link.Claim is not { } claim || clock.GetUtcNow() < claim.At + FilesStay;
    }

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
                new Dictionary<Fact, string>
                {
                    [Fact.Step] = step,
                    [Fact.Document] = Facts.TitleOf(link.Plan, InputOf(link)),
                },
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

    public async Task<DecisionAnswer> DecideAsync(
        OpenedLink link,
        DecisionRequest request,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (link.Claim is { } standing)
            return await AnswerAsync(link, standing, request, client, cancellation);
        if (await RefusalAsync(link, request, cancellation) is { } refusal)
            return new DecisionAnswer(refusal, null);

        var now = clock.GetUtcNow();
        var signed =
            request.Decision == Decision.Signed ? await signing.SignAsync(link, request, now, cancellation) : null;
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
            Key = ActingKey.Current,
        };
        var change = ChangeOf(link, request, claim, signed);
        if (await dispatcher.CommitAsync(change, client, cancellation) == CommitResult.Committed)
            return new DecisionAnswer(DecisionStatus.Decided, claim);

        var other = await storage.Subjects.FindAsync<ClaimRow>(
            Keys.Partition(link.Subject),
            RowKeys.Claim(link.Policy.Step, link.Approval.Attempt),
            cancellation
        );
        return other is null
            ? new DecisionAnswer(DecisionStatus.Overtaken, null)
            : await AnswerAsync(link, other, request, client, cancellation);
    }

    /// <summary>Why the bearer may not decide so; null where he may.</summary>
    private async Task<DecisionStatus?> RefusalAsync(
        OpenedLink link,
        DecisionRequest request,
        CancellationToken cancellation
    )
    {
        if (!IsAllowed(link.Policy, request.Decision))
            return DecisionStatus.NotAllowed;
        var acted = await ActedAsync(link, cancellation);
        if (acted.Any(claim => claim.By == link.Bearer.Code))
            return DecisionStatus.ActedBefore;
        if (acted.Any(claim => ActingKey.IsAgain(claim.Key)))
            return DecisionStatus.KeyActedBefore;
        if (!IsOfItsDocument(link))
            return DecisionStatus.Overtaken;
        if (await IsTooLateAsync(link, request.Decision, cancellation))
            return DecisionStatus.YearOver;
        if (!link.Policy.NeedsCode)
            return null;
        return await codes.CheckAsync(link.Approval, request.Code ?? "", cancellation) switch
        {
            CodeCheck.Wrong => DecisionStatus.CodeWrong,
            CodeCheck.Dead => DecisionStatus.CodeDead,
            _ => null,
        };
    }

    private SubjectChange ChangeOf(OpenedLink link, DecisionRequest request, ClaimRow claim, SignedInRoom? signed)
    {
        var (step, attempt) = (link.Policy.Step, link.Approval.Attempt);
        var rules = steps.Of(link.Kind);
        var result = signed?.Hash ?? claim.BodyHash;
        // The code dies with the decision; a link that was replaced in between decides nothing.
        link.Approval.CodeHash = null;
        var change = new SubjectChange(link.Subject, ApprovalActivities.DecideId(step, attempt), claim.At)
            .By(link.Actor, Enum.Parse<AuditAction>(claim.Decision), result ?? claim.DocumentHash, where: request.Where)
            .Claim(claim, step, attempt)
            .Replace(link.Approval)
            .Set(
                NextState.After(
                    link,
                    rules.After(link.Kind, request.Decision),
                    request.Decision,
                    result,
                    signed?.State,
                    claim.At
                )
            )
            .Raise(
                InstanceIds.Approval(link.Subject, step, attempt),
                InstanceIds.Decided(step, attempt),
                new DecisionSignal(step, attempt, Traces.Current)
            );
        rules.Tell(change, link, request.Decision, request.Note);
        if (link.Kind == ApprovalKind.FirstPartySignature && signed is not null)
            TellOfSignature(change, link, signed.Hash);
        return change;
    }

    // Who was asked before the year was over may still send it back, which drops the round.
    private async Task<bool> IsTooLateAsync(OpenedLink link, Decision decision, CancellationToken cancellation) =>
        link.Kind == ApprovalKind.QuarterReopening
        && decision != Decision.Returned
        && await storage.Years.FindAsync<OfficeYearRow>(
            OfficeYearRow.Partition,
            Keys.Partition(link.Subject.Office),
            cancellation
        )
            is { } year
        && !year.State.HasCycle();

    // Steps that other people must decide come before this one, so the rows of their decisions exist.
    private async Task<IReadOnlyCollection<ClaimRow>> ActedAsync(OpenedLink link, CancellationToken cancellation) =>
        link.Policy.ApartFrom.Count == 0
            ? []
            : (
                link.Rows ?? await SubjectRows.ReadAsync(storage, Keys.Partition(link.Subject), cancellation)
            ).ActedClaims(link.Policy, link.Approval.Attempt);

    /// <summary>Keeps that a signature failed and tells the planner, once for each kind of failure.</summary>
    public async Task TellOfFailureAsync(OpenedLink link, SigningException failure, CancellationToken cancellation)
    {
        var facts = FactsOf(link);
        facts[Fact.Note] = failure.Message;
        var id = FormattableString.Invariant(
            $"sign-failed:{link.Policy.Step}:{link.Approval.Attempt}:{failure.GetType().Name}"
        );
        var kind = MessageKind.AgreementSignatureFailed;
        var change = new SubjectChange(link.Subject, id, clock.GetUtcNow()).By(
            link.Actor,
            AuditAction.SignatureFailed,
            link.Approval.DocumentHash,
            failure.Message
        );
        if (link.State is { } state)
        {
            state.Note = failure.Message;
            change.Replace(state);
        }

        // A mistyped passphrase is the signer's own matter and stands on the page.
        if (failure is not WrongPassphraseException)
        {
            change.Tell(kind, [Bearers.Planner(link.Plan).Code, link.Bearer.Code], facts);
        }

        await dispatcher.CommitAsync(change, null, cancellation);
    }

    private static void TellOfSignature(SubjectChange change, OpenedLink link, string hash)
    {
        var facts = FactsOf(link);
        facts[Fact.Hash] = hash;
        var kind = MessageKind.AgreementSigned;
        change.Tell(kind, [Bearers.Planner(link.Plan).Code, link.Bearer.Code], facts);
    }

    private static Dictionary<Fact, string> FactsOf(OpenedLink link) =>
        new() { [Fact.Document] = Facts.TitleOf(link.Plan, InputOf(link)), [Fact.Who] = link.Bearer.FullName() };

    // What is signed is what the step was opened with and the page has shown, or nothing.
    private static bool IsOfItsDocument(OpenedLink link) =>
        link.Policy.Yes != Decision.Signed || link.State?.Hash == link.Approval.DocumentHash;

    private static ApprovalInput InputOf(OpenedLink link) =>
        Facts.InputOf(link.Subject, link.Approval.Kind, link.Approval.Attempt, link.Approval.SubUnit);

    // The same decision sent twice may mean that the first answer was lost: tell the step again.
    private static async Task<DecisionAnswer> AnswerAsync(
        OpenedLink link,
        ClaimRow standing,
        DecisionRequest request,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (standing.Decision != request.Decision.ToString())
            return new DecisionAnswer(DecisionStatus.OtherStands, standing);
        var (step, attempt) = (link.Policy.Step, link.Approval.Attempt);
        await client.TellAsync(
            InstanceIds.Approval(link.Subject, step, attempt),
            InstanceIds.Decided(step, attempt),
            new DecisionSignal(step, attempt),
            cancellation
        );
        return new DecisionAnswer(DecisionStatus.SameAgain, standing);
    }

    private static bool IsAllowed(ApprovalPolicy policy, Decision decision) =>
        decision == policy.Yes || (decision == Decision.Returned && policy.CanReturn);

    private static string ActionText(OpenedLink link) =>
        $"{link.Approval.PartitionKey}\n{link.Approval.RowKey}\n{link.Approval.Nonce}\n{link.Approval.DocumentHash}";
}
