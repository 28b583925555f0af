using Microsoft.Azure.Functions.Worker;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>Drafts an agreement.</summary>
internal sealed class DraftActivities(
    OfficeStorage storage,
    AgreementRecords records,
    AgreementDrafts drafts,
    FindingDesk findings,
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
        var subject = input.Subject;
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
        var draft = await drafts.MakeAsync(subject, accepted, cancellation);
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
        var standing = (await records.ReadAsync(input.Office, input.Post, cancellation))
            .First(agreement => agreement.Snapshot.Terms.Revision == input.Revision)
            .Record;
        return new AgreementOutcome(input.Revision, standing.DocumentHash, standing.SignedOn);
    }
}
