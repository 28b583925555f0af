using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>Drafts an agreement, hands it back, puts it in force.</summary>
internal sealed class AgreementActivities(
    OfficeStorage storage,
    BlobVault vault,
    PlanStore plans,
    AgreementRecords records,
    AgreementDrafts drafts,
    FindingDesk findings,
    SignerStatus signers,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    [Function(nameof(DraftAgreement))]
    public async Task<AgreementDraft> DraftAgreement(
        [ActivityTrigger] AgreementInput input,
        CancellationToken cancellation
    )
    {
        using var span = Traces.Continue(nameof(DraftAgreement), input.Trace);
        var subject = new AgreementSubject(input.Office, input.Revision);
        var id = FormattableString.Invariant($"draft:{input.Attempt}");
        var partition = Keys.Partition(subject);
        var standing = await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation);
        if (standing is { State: nameof(AgreementState.Cancelled) })
            return new AgreementDraft(false, null, 0, IsCancelled: true);
        if (await storage.IsDoneAsync(subject, id, cancellation))
        {
            if (await OutcomeAsync(input, subject, cancellation) is { } outcome)
                return new AgreementDraft(true, outcome.DocumentHash, 0, Outcome: outcome);
            var later = FormattableString.Invariant($"draft:{input.Attempt + 1}");
            if (await storage.IsDoneAsync(subject, later, cancellation))
                return new AgreementDraft(false, null, 0, IsSuperseded: true);
            var isSound = standing!.State != nameof(AgreementState.NeedsCorrection);
            return new AgreementDraft(isSound, standing.Hash, isSound ? 0 : 1);
        }

        var accepted = await findings.AcceptedAsync(subject, cancellation);
        var draft = await drafts.MakeAsync(input.Office, input.Revision, accepted, cancellation);
        if (draft.Gate is { } gate)
        {
            await findings.RecordAsync(
                subject,
                FormattableString.Invariant($"{input.Attempt}"),
                gate,
                InstanceIds.Redraft(input.Attempt),
                cancellation
            );
        }

        var state = draft.Blockers == 0 ? AgreementState.Draft : AgreementState.NeedsCorrection;
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By(Actor.System, AuditAction.DraftAgreement, draft.Hash)
            .Set(
                new StateRow
                {
                    State = state.ToString(),
                    Hash = draft.Hash,
                    Revision = input.Attempt,
                    Note = draft.Obstacle,
                    Body = draft.Document is null ? null : SakipJson.Text(draft.Document),
                }
            );
        await dispatcher.CommitAsync(change, null, cancellation);
        return new AgreementDraft(draft.Blockers == 0, draft.Hash, draft.Blockers);
    }

    private async Task<AgreementOutcome?> OutcomeAsync(
        AgreementInput input,
        Subject subject,
        CancellationToken cancellation
    )
    {
        if (!await storage.IsDoneAsync(subject, "in-force", cancellation))
            return null;
        var standing = (await records.ReadAsync(input.Office, cancellation))
            .First(agreement => agreement.Snapshot.Terms.Revision == input.Revision)
            .Record;
        return new AgreementOutcome(input.Revision, standing.DocumentHash, standing.SignedOn);
    }

    /// <summary>Asks whether a party can sign, before its round opens. A service that is away stops nobody here.</summary>
    [Function(nameof(CheckSigner))]
    public async Task<SignerReadiness> CheckSigner([ActivityTrigger] SignerCheck input, CancellationToken cancellation)
    {
        var agreement = input.Agreement;
        var plan = await plans.PlanAsync(agreement.Office, cancellation);
        var signer = Bearers.Eligible(plan, input.Party, null, plan.Zone.DateAt(clock.GetUtcNow())).FirstOrDefault();
        return new SignerReadiness(
            signer is null ? null : await signers.ProblemAsync(signer, agreement.Unit, cancellation)
        );
    }

    [Function(nameof(HandBackAgreement))]
    public async Task HandBackAgreement([ActivityTrigger] AgreementHandBack input, CancellationToken cancellation)
    {
        var agreement = input.Agreement;
        var plan = await plans.PlanAsync(agreement.Office, cancellation);
        var subject = new AgreementSubject(agreement.Office, agreement.Revision);
        var id = FormattableString.Invariant($"hand-back:{agreement.Attempt}");
        var partition = Keys.Partition(subject);
        if (await storage.IsDoneAsync(subject, id, cancellation))
            return;
        var state = (await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation))!;
        var note = input.Note ?? state.Note;
        state.State = nameof(AgreementState.NeedsCorrection);
        state.Note = note;
        var facts = AgreementFacts.Of(agreement);
        facts[Fact.Decision] = input.Reason.ToString();
        if (note is not null)
            facts[Fact.Note] = note;
        var kind = input.Reason switch
        {
            AgreementHandBackReason.Blocked => MessageKind.BlockingFinding,
            AgreementHandBackReason.Expired => MessageKind.AgreementOverdue,
            AgreementHandBackReason.Certificate => MessageKind.AgreementSignatureFailed,
            _ => MessageKind.AgreementReturned,
        };
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By(Actor.System, AuditAction.HandBackAgreement, note: note)
            .Set(state)
            .Tell(kind, Bearers.Planner(plan).Code, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
    }

    [Function(nameof(PutAgreementInForce))]
    public async Task<AgreementOutcome> PutAgreementInForce(
        [ActivityTrigger] AgreementInput input,
        CancellationToken cancellation
    )
    {
        var subject = new AgreementSubject(input.Office, input.Revision);
        var state = (await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation))!;
        var document = SakipJson.Read<DocumentState>(state.Body!);
        var snapshot = SakipJson.Read<AgreementSnapshot>(
            await vault.SnapshotAsync(document.SnapshotHash, cancellation)
        );
        var plan = await plans.PlanAsync(input.Office, cancellation);
        var signedOn = plan.Zone.DateAt(document.Signatures[^1].At);
        await records.PutInForceAsync(
            snapshot,
            new AgreementRecord(document.SnapshotHash, state.Hash!, signedOn, document.Signatures),
            cancellation
        );

        var facts = AgreementFacts.Of(input);
        facts[Fact.Hash] = state.Hash!;
        state.State = nameof(AgreementState.InForce);
        var change = new SubjectChange(subject, "in-force", clock.GetUtcNow())
            .By(Actor.System, AuditAction.PutAgreementInForce, state.Hash, AgreementProof.NoteOf(document.SnapshotHash))
            .Set(state);
        string[] told = [Bearers.Planner(plan).Code, snapshot.FirstParty.Official, snapshot.SecondParty.Official];
        change.Tell(MessageKind.AgreementInForce, told, facts);

        await dispatcher.CommitAsync(change, null, cancellation);
        return new AgreementOutcome(input.Revision, state.Hash!, signedOn);
    }
}
