using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Moves an open step with its window.</summary>
internal sealed class StepMoves(StepStore store, Dispatcher dispatcher, TimeProvider clock)
{
    public async Task<ApprovalSchedule> MoveAsync(ApprovalInput input, CancellationToken cancellation)
    {
        var (subject, policy, plan) = await store.ReadAsync(input, cancellation);
        var calendar = plan.WorkDays();
        var report =
            subject as SubUnitReportSubject
            ?? throw new ArgumentException($"'{input.Subject}' has no window.", nameof(input));
        var inForce = await store.InForceAsync(plan, report, cancellation);
        while (true)
        {
            var now = clock.GetUtcNow();
            var approval = (await store.FindAsync(subject, policy.Step, input.Attempt, cancellation))!;
            if (await store.ClaimAsync(subject, policy.Step, input.Attempt, cancellation) is not null)
                return StepDates.Schedule(calendar, policy, approval, now);
            var opened = plan.Zone.DateAt(approval.OpenedAt);
            var (due, closes) = StepDates.Of(calendar, policy, input.Attempt, inForce.Dates, opened);
            var (dueAt, closesAt) = (calendar.Deadline(due), calendar.Deadline(closes));
            var id = MoveId(policy.Step, input.Attempt, inForce.Extension);
            if (approval.DueAt == dueAt && approval.ClosesAt == closesAt)
            {
                await RestoreAsync(subject, approval, id, inForce.Reason, cancellation);
                return StepDates.Schedule(calendar, policy, approval, now);
            }

            var isDueMoved = approval.DueAt != dueAt;
            approval.FirstClosesAt ??= approval.ClosesAt;
            (approval.DueAt, approval.ClosesAt) = (dueAt, closesAt);
            if (isDueMoved)
                (approval.Extension, approval.MovedAt) = (inForce.Extension, now);
            var change = new SubjectChange(subject, id, now)
                .By(Actor.System, AuditAction.MoveApproval, note: inForce.Reason)
                .Replace(approval)
                .Restore(approval, closed: null);
            if (isDueMoved && !approval.IsVacant)
            {
                var facts = Facts.Of(plan, input with { Note = inForce.Reason }, due, closes);
                change.Ask(MessageKind.WindowExtended, approval.Bearer, facts, (policy.Step, input.Attempt));
            }

            if (await dispatcher.CommitAsync(change, null, cancellation) != CommitResult.Conflict)
                return StepDates.Schedule(calendar, policy, approval, now);
        }
    }

    // Moved before a crash, perhaps: its line in the lists and its letter follow.
    private async Task RestoreAsync(
        Subject subject,
        ApprovalRow approval,
        string id,
        string? reason,
        CancellationToken cancellation
    )
    {
        if (approval.Extension == 0)
            return;
        var again = new SubjectChange(subject, id, approval.MovedAt ?? clock.GetUtcNow())
            .By(Actor.System, AuditAction.MoveApproval, note: reason)
            .Restore(approval, closed: null);
        await dispatcher.RecoverAsync(again, null, cancellation);
    }

    private static string MoveId(string step, int attempt, int extension) =>
        FormattableString.Invariant($"move:{step}:{attempt}:{extension}");
}
