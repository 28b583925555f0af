using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

internal enum AgreementAnswer
{
    Done,

    /// <summary>There is no such agreement, or it is not where this could be asked.</summary>
    NotNow,
}

/// <summary>What the planner does with an agreement that came back: draft it again, or cancel a revision.</summary>
internal sealed class AgreementDesk(OfficeStorage storage, PlanStore plans, Dispatcher dispatcher, TimeProvider clock)
{
    /// <summary>Asks for a new draft. The same request again changes nothing.</summary>
    /// <param name="attempt">The attempt that came back.</param>
    public async Task<AgreementAnswer> RedraftAsync(
        AgreementSubject subject,
        int attempt,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var id = FormattableString.Invariant($"redraft:{attempt}");
        if (
            await ReturnedAsync(subject, attempt, id, cancellation)
            is not { State: not nameof(AgreementState.Cancelled) } state
        )
        {
            return AgreementAnswer.NotNow;
        }

        state.State = nameof(AgreementState.Draft);
        state.Note = null;
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By(by, AuditAction.RedraftAgreement, state.Hash)
            .Set(state)
            .Raise(subject.InstanceId, InstanceIds.Redraft(attempt), new RedraftSignal());
        return await dispatcher.CommitAsync(change, client, cancellation) == CommitResult.Conflict
            ? AgreementAnswer.NotNow
            : AgreementAnswer.Done;
    }

    /// <summary>Gives a revision up before it is in force. The year's first agreement cannot be given up.</summary>
    public async Task<AgreementAnswer> CancelAsync(
        AgreementSubject subject,
        int attempt,
        string reason,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        // The orchestrator hears one answer to what came back: a new draft or the end.
        var id = FormattableString.Invariant($"redraft:{attempt}");
        if (subject.Revision == 0 || await ReturnedAsync(subject, attempt, id, cancellation) is not { } state)
            return AgreementAnswer.NotNow;
        state.State = nameof(AgreementState.Cancelled);
        state.Note = reason;
        var plan = await plans.PlanAsync(subject.Office, cancellation);
        var facts = AgreementFacts.Of(plan, subject);
        facts[Fact.Note] = reason;
        if (plan.Officials.FirstOrDefault(official => official.Code == by.Official) is { } person)
            facts[Fact.Who] = person.FullName();
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var head = new OfficeDirectory(AgreementParties.Of(plan, subject, today)).FirstParty(today)?.Official.Code;
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By(by, AuditAction.CancelAgreement, state.Hash, reason)
            .Set(state)
            .Raise(subject.InstanceId, InstanceIds.Redraft(attempt), new RedraftSignal());
        change.Tell(MessageKind.AgreementCancelled, [Bearers.Planner(plan).Code, head], facts);

        return await dispatcher.CommitAsync(change, client, cancellation) == CommitResult.Conflict
            ? AgreementAnswer.NotNow
            : AgreementAnswer.Done;
    }

    private async Task<StateRow?> ReturnedAsync(Subject subject, int attempt, string id, CancellationToken cancellation)
    {
        var partition = Keys.Partition(subject);
        var state = await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation);
        // Handed back: the orchestrator has told the planner and waits for the answer to this attempt.
        var isReturned = state is { State: nameof(AgreementState.NeedsCorrection) } && state.Revision == attempt;
        var isAnswered = await storage.IsDoneAsync(subject, id, cancellation);
        return isReturned || isAnswered ? state : null;
    }
}
