using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Calendar;
using Sakip.Consistency;
using Sakip.Documents;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>Drafts an agreement, hands it back, puts it in force.</summary>
public sealed class AgreementActivities(
    OfficeStorage storage, BlobVault vault, PlanStore plans, AgreementRecords records, FindingDesk findings,
    Dispatcher dispatcher, PdfWriter pdf, TimeProvider clock)
{
    private const string Blocked = "Blocked";

    [Function(nameof(DraftAgreement))]
    public async Task<AgreementDraft> DraftAgreement([ActivityTrigger] AgreementInput input, CancellationToken cancellation)
    {
        var subject = SubjectRef.Agreement(input.Unit, input.Year, input.Revision);
        var id = FormattableString.Invariant($"draft:{input.Attempt}");
        var partition = Keys.Partition(subject);
        if (await storage.Subjects.FindAsync<ChangeRow>(partition, RowKeys.Change(id), cancellation) is not null)
        {
            var standing = await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation);
            return new AgreementDraft(standing!.State != Blocked, standing.Hash, standing.State == Blocked ? 1 : 0);
        }

        var now = clock.GetUtcNow();
        var plan = await plans.PlanAsync(input.Unit, input.Year, cancellation);
        var revision = input.Revision == 0
            ? null
            : await plans.RevisionAsync(input.Unit, input.Year, input.Revision, cancellation);
        var earlier = await records.ReadAsync(input.Unit, input.Year, cancellation);
        var snapshot = AgreementDrafting.Draft(
            plan, revision, earlier.LastOrDefault().Snapshot?.Terms, OfficeTime.DateAt(now));
        var gate = GateCheck.Agreement(new AgreementCase(
            plan, snapshot.Terms, revision?.Budget ?? plan.Budget,
            await plans.LatestBudgetAsync(input.Unit, input.Year, cancellation), OfficeTime.DateAt(now)),
            await findings.AcceptedAsync(subject, cancellation));
        await findings.RecordAsync(
            subject, FormattableString.Invariant($"{input.Attempt}"), gate, InstanceIds.Redraft(input.Attempt), cancellation);
        var result = pdf.Write(AgreementDocument.Build(plan, snapshot, now));
        var snapshotHash = await vault.KeepSnapshotAsync(SakipJson.Bytes(snapshot), cancellation);
        var documentHash = await vault.KeepDocumentAsync(result.Bytes, "application/pdf", cancellation);
        // On the page the second party stands left; the first party signs first.
        List<SignatureSlot> slots = [.. result.Slots.OrderBy(slot => slot.Slot != AgreementDocument.FirstSlot)];
        var change = new SubjectChange(subject, id, now)
            .By("sistem", "sistem", "DraftAgreement", documentHash)
            .Set(new StateRow
            {
                State = gate.Passes ? "Draft" : Blocked,
                Hash = documentHash,
                Revision = input.Attempt,
                Body = SakipJson.Text(new DocumentState(snapshotHash, slots, [])),
            });
        await dispatcher.CommitAsync(change, null, cancellation);
        return new AgreementDraft(gate.Passes, documentHash, gate.Blocking.Count);
    }

    [Function(nameof(HandBackAgreement))]
    public async Task HandBackAgreement([ActivityTrigger] AgreementHandBack input, CancellationToken cancellation)
    {
        var agreement = input.Agreement;
        var plan = await plans.PlanAsync(agreement.Unit, agreement.Year, cancellation);
        var subject = SubjectRef.Agreement(agreement.Unit, agreement.Year, agreement.Revision);
        var id = FormattableString.Invariant($"hand-back:{agreement.Attempt}");
        var facts = new Dictionary<string, string>
        {
            ["revision"] = subject.Rest,
            ["note"] = input.Note ?? "",
            ["decision"] = input.Reason,
        };
        var kind = input.Reason switch
        {
            "blocked" => MessageKind.BlockingFinding,
            "expired" => MessageKind.AgreementOverdue,
            _ => MessageKind.AgreementReturned,
        };
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By("sistem", "sistem", "HandBackAgreement", note: input.Note)
            .Notify(kind, Bearers.Planner(plan).Code, $"{kind}:{subject.Dotted}:{id}", facts);
        await dispatcher.CommitAsync(change, null, cancellation);
    }

    [Function(nameof(PutAgreementInForce))]
    public async Task<AgreementInForce> PutAgreementInForce(
        [ActivityTrigger] AgreementInput input, CancellationToken cancellation)
    {
        var subject = SubjectRef.Agreement(input.Unit, input.Year, input.Revision);
        var now = clock.GetUtcNow();
        var state = (await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation))!;
        var document = SakipJson.Read<DocumentState>(state.Body!);
        var snapshot = SakipJson.Read<AgreementSnapshot>(await vault.SnapshotAsync(document.SnapshotHash, cancellation));
        var signedOn = OfficeTime.DateAt(document.Signatures[^1].At);
        await records.PutInForceAsync(
            snapshot, new AgreementRecord(document.SnapshotHash, state.Hash!, signedOn, document.Signatures), cancellation);

        var plan = await plans.PlanAsync(input.Unit, input.Year, cancellation);
        var facts = new Dictionary<string, string> { ["revision"] = subject.Rest, ["hash"] = state.Hash! };
        state.State = "InForce";
        var change = new SubjectChange(subject, "in-force", now)
            .By("sistem", "sistem", "PutAgreementInForce", state.Hash)
            .Set(state);
        string[] told = [Bearers.Planner(plan).Code, snapshot.FirstParty.Official, snapshot.SecondParty.Official];
        foreach (var official in told.Distinct())
        {
            change.Notify(
                MessageKind.AgreementInForce, official, $"{MessageKind.AgreementInForce}:{subject.Dotted}:{official}", facts);
        }

        await dispatcher.CommitAsync(change, null, cancellation);
        return new AgreementInForce(input.Revision, state.Hash!, signedOn);
    }
}
