using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>A draft as made: its document, and what was found in it.</summary>
/// <param name="Hash">Hash of the document; null when none could be made.</param>
/// <param name="Gate">What was found in it; null when none could be made, and for a post's.</param>
/// <param name="Obstacle">Why none could be made, for people.</param>
internal sealed record DraftedAgreement(string? Hash, DocumentState? Document, GateResult? Gate, string? Obstacle)
{
    public int Blockers => Gate?.Blocking.Count ?? (Document is null ? 1 : 0);
}

/// <summary>Makes an agreement's snapshot and document from what holds today, and checks it.</summary>
internal sealed class AgreementDrafts(
    OfficeStorage storage,
    PlanStore plans,
    AgreementRecords records,
    RevisionOrders orders,
    AgreementPapers papers,
    PostDrafts posts,
    TimeProvider clock
) : IStepDocuments
{
    public async Task<DraftedAgreement> MakeAsync(
        AgreementSubject subject,
        IReadOnlyList<AcceptedExplanation> accepted,
        CancellationToken cancellation
    )
    {
        if (subject.Post is not null)
            return await posts.MakeAsync(subject, cancellation);
        var (office, revision) = (subject.Office, subject.Revision);
        var now = clock.GetUtcNow();
        var plan = await plans.PlanAsync(office, cancellation);
        var today = plan.Zone.DateAt(now);
        if (AgreementDrafting.Obstacle(plan, today) is { } obstacle)
            return new DraftedAgreement(null, null, null, obstacle);

        var earlier = (await records.ReadAsync(office, cancellation)).LastOrDefault().Snapshot?.Terms;
        var order = revision == 0 ? null : (await orders.AssignedAsync(office, cancellation))[revision - 1];
        var sequence = order is { Cause: RevisionCause.BudgetRevised } ? order.Number : earlier?.BudgetSequence ?? 0;
        var budget = await plans.BudgetAsync(office, sequence, cancellation);
        var snapshot = AgreementDrafting.Draft(plan, revision, order, earlier, budget, today);
        // A later budget version calls for an agreement of its own, which follows this one.
        var gate = GateCheck.Agreement(new AgreementCase(plan, snapshot.Terms, budget, budget, today), accepted);
        var (hash, document) = await papers.KeepAsync(plan, snapshot, now, cancellation);
        return new DraftedAgreement(hash, document, gate, null);
    }

    /// <summary>
    /// An agreement that nobody has signed names its parties: when one changes, it is set again for the new one. Once
    /// the first party has signed, the document stays, and the second party's signature says in which capacity it is.
    /// </summary>
    public async Task<StateRow?> ForBearerAsync(Subject subject, string kind, CancellationToken cancellation)
    {
        if (kind != nameof(ApprovalKind.FirstPartySignature) || subject is not AgreementSubject agreement)
        {
            return null;
        }
        var state = await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation);
        if (state?.Body is null)
            return null;
        var draft = await MakeAsync(agreement, [], cancellation);
        if (draft.Document is null)
            return null;
        state.Hash = draft.Hash;
        state.Body = SakipJson.Text(draft.Document);
        return state;
    }
}
