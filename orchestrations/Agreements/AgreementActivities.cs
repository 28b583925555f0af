using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>Hands an agreement back, or puts it in force.</summary>
internal sealed class AgreementActivities(
    OfficeStorage storage,
    BlobVault vault,
    PlanStore plans,
    AgreementRecords records,
    SuperiorAgreements superiors,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    [Function(nameof(HandBackAgreement))]
    public async Task HandBackAgreement([ActivityTrigger] AgreementHandBack input, CancellationToken cancellation)
    {
        var agreement = input.Agreement;
        var plan = await plans.PlanAsync(agreement.Office, cancellation);
        var subject = agreement.Subject;
        var id = FormattableString.Invariant($"hand-back:{agreement.Attempt}");
        var partition = Keys.Partition(subject);
        if (await storage.IsDoneAsync(subject, id, cancellation))
            return;
        var state = (await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation))!;
        var note = input.Note ?? state.Note;
        state.State = nameof(AgreementState.NeedsCorrection);
        state.Note = note;
        var facts = AgreementFacts.Of(plan, subject);
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
            .Set(state);
        // What is closed or blocked may be many at once: of posts the planner is told once a day, after the last of them.
        var isAlone = subject.Post is null || input.Reason is AgreementHandBackReason.Returned;
        if (isAlone)
            change.Tell(kind, Bearers.Planner(plan).Code, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
        if (!isAlone)
            await dispatcher.CommitAsync(ForToday(plan, kind, facts), null, cancellation);
    }

    [Function(nameof(PutAgreementInForce))]
    public async Task<AgreementOutcome> PutAgreementInForce(
        [ActivityTrigger] AgreementInput input,
        CancellationToken cancellation
    )
    {
        var subject = input.Subject;
        var state = (await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation))!;
        var document = SakipJson.Read<DocumentState>(state.Body!);
        var snapshot = SakipJson.Read<AgreementSnapshot>(
            await vault.SnapshotAsync(document.SnapshotHash, cancellation)
        );
        var plan = await plans.PlanAsync(input.Office, cancellation);
        var signedOn = plan.Zone.DateAt(document.Signatures[^1].At);
        await records.PutInForceAsync(
            snapshot,
            new AgreementRecord(document.SnapshotHash, state.Hash!, signedOn, document.Signatures)
            {
                Annex = input.Post is null ? null : PostAnnex.Of(snapshot).Hash(),
                Holder = input.Post is null ? null : snapshot.FirstParty.Official,
            },
            cancellation
        );

        var facts = AgreementFacts.Of(plan, subject);
        facts[Fact.Hash] = state.Hash!;
        state.State = nameof(AgreementState.InForce);
        var change = new SubjectChange(subject, "in-force", clock.GetUtcNow())
            .By(Actor.System, AuditAction.PutAgreementInForce, state.Hash, AgreementProof.NoteOf(document.SnapshotHash))
            .Set(state);
        // A superior has as many as posts are below him; he and the planner see them in the tree.
        string[] told = input.Post is null
            ? [Bearers.Planner(plan).Code, snapshot.FirstParty.Official, snapshot.SecondParty.Official]
            : [snapshot.FirstParty.Official];
        change.Tell(MessageKind.AgreementInForce, told, facts);

        await dispatcher.CommitAsync(change, null, cancellation);
        var below = await superiors.WaitingBelowAsync(plan, input.Post, cancellation);
        return new AgreementOutcome(input.Revision, state.Hash!, signedOn, below.Count == 0 ? null : below);
    }

    private SubjectChange ForToday(OfficePlan plan, MessageKind kind, Dictionary<Fact, string> facts)
    {
        var now = clock.GetUtcNow();
        var office = plan.Office;
        facts[Fact.Page] = FormattableString.Invariant($"kantor/{office.Unit}/{office.Year}/perjanjian");
        facts[Fact.Document] = "Perjanjian Kinerja bawahan";
        var id = FormattableString.Invariant($"agreements-back:{kind}:{plan.Zone.DateAt(now):yyyyMMdd}");
        return new SubjectChange(new CycleSubject(office), id, now)
            .By(Actor.System, AuditAction.HandBackAgreement)
            .Tell(kind, Bearers.Planner(plan).Code, facts);
    }
}
