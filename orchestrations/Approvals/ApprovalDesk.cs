using Microsoft.DurableTask.Client;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Takes the decision of a link's bearer.</summary>
internal sealed class ApprovalDesk(
    DecisionGuard guard,
    BlobVault vault,
    SigningRoom signing,
    StepRules steps,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    public async Task<DecisionAnswer> DecideAsync(
        OpenedLink link,
        DecisionRequest request,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (link.Claim is { } standing)
            return await AnswerAsync(link, standing, request, client, cancellation);
        if (await guard.RefusalAsync(link, request, cancellation) is { } refusal)
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

        var other = await guard.StandingAsync(link, cancellation);
        return other is null
            ? new DecisionAnswer(DecisionStatus.Overtaken, null)
            : await AnswerAsync(link, other, request, client, cancellation);
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
        // Of a post's agreement the tree shows it; the letter that it is in force follows.
        if (
            link.Kind == ApprovalKind.FirstPartySignature
            && signed is not null
            && !AgreementLetters.IsOneOfMany(link.Subject)
        )
        {
            TellOfSignature(change, link, signed.Hash);
        }

        return change;
    }

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
        new() { [Fact.Document] = link.DocumentTitle, [Fact.Who] = link.Bearer.FullName() };

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
}
