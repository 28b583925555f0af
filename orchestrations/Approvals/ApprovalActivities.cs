using Microsoft.Azure.Functions.Worker;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Opens, escalates and closes one person's step.</summary>
internal sealed class ApprovalActivities(
    StepStore store,
    Dispatcher dispatcher,
    StepRules steps,
    StepLetters letters,
    StepMoves moves,
    TimeProvider clock
)
{
    [Function(nameof(OpenApproval))]
    public async Task<ApprovalSchedule> OpenApproval(
        [ActivityTrigger] ApprovalInput input,
        CancellationToken cancellation
    )
    {
        var (subject, policy, plan) = await store.ReadAsync(input, cancellation);
        var rows = await store.RowsAsync(subject, cancellation);
        var existing = rows.Approval(policy.Step, input.Attempt);
        var calendar = plan.WorkDays();
        if (existing is not null && rows.Claim(policy.Step, input.Attempt) is not null)
            return StepDates.Schedule(calendar, policy, existing) with { IsDecided = true };
        if (existing is not null)
        {
            var again = new SubjectChange(subject, OpenId(policy.Step, input.Attempt), existing.OpenedAt)
                .By(Actor.System, AuditAction.OpenApproval, existing.DocumentHash)
                .Restore(existing, closed: null);
            await dispatcher.RecoverAsync(again, null, cancellation);
            await letters.TellOfSeveralAsync(plan, subject, existing, cancellation);
            return StepDates.Schedule(calendar, policy, existing);
        }

        var window = await store.OpeningWindowAsync(plan, subject, input, cancellation);
        var approval = NewStep.Of(plan, input, rows, window, clock.GetUtcNow());
        var change = new SubjectChange(subject, OpenId(policy.Step, input.Attempt), approval.OpenedAt)
            .By(Actor.System, AuditAction.OpenApproval, approval.DocumentHash)
            .Open(approval);
        if (rows.State is { } state && steps.Of(input.Kind).WhenOpened(input.Kind) is { } next)
        {
            state.State = next;
            change.Set(state);
        }

        await letters.AnnounceAsync(change, plan, input, approval, cancellation);
        await dispatcher.CommitAsync(change, null, cancellation);
        await letters.TellOfSeveralAsync(plan, subject, approval, cancellation);
        return StepDates.Schedule(calendar, policy, approval);
    }

    [Function(nameof(EscalateApproval))]
    public async Task EscalateApproval([ActivityTrigger] EscalationInput escalation, CancellationToken cancellation)
    {
        var input = escalation.Approval;
        var (subject, policy, plan) = await store.ReadAsync(input, cancellation);
        if (await store.ClaimAsync(subject, policy.Step, input.Attempt, cancellation) is not null)
            return;

        var approval = (await store.FindAsync(subject, policy.Step, input.Attempt, cancellation))!;
        var now = clock.GetUtcNow();
        var rung = policy.EscalateAfter[escalation.Rung];
        var kind = (input.Kind, rung.To) switch
        {
            (ApprovalKind.ReportSubmission, EscalateTo.Head) => MessageKind.QuarterLate,
            (ApprovalKind.ReportSubmission, _) => MessageKind.QuarterEscalated,
            _ => MessageKind.ApprovalOverdue,
        };
        var facts = Facts.Of(plan, input, plan.Zone.DateAt(approval.DueAt), plan.Zone.DateAt(approval.ClosesAt));
        facts[Fact.Days] = FormattableString.Invariant($"{rung.WorkingDays}");
        if (plan.Officials.FirstOrDefault(official => official.Code == approval.Bearer) is { } bearer)
            facts[Fact.Who] = bearer.FullName();
        var to = Bearers.Above(plan, rung.To, input.SubUnit, plan.Zone.DateAt(now));
        var suffix = Suffix(approval.Extension);
        var change = new SubjectChange(
            subject,
            FormattableString.Invariant($"escalate:{policy.Step}:{input.Attempt}:{escalation.Rung}{suffix}"),
            now
        ).By(Actor.System, AuditAction.EscalateApproval);
        if (AgreementLetters.IsOneOfMany(subject))
        {
            // Many are late together: the planner has them in the week's list, the bearer in a letter for all.
            await dispatcher.CommitAsync(change, null, cancellation);
            await letters.TellOfSeveralAsync(plan, subject, approval, cancellation);
            return;
        }

        change.Tell(kind, to.Code, facts);
        if (approval is { IsVacant: false, IsWithdrawn: false } && approval.Bearer != to.Code)
        {
            // Who is late can act on it: the same in the second person, with the link.
            facts.Remove(Fact.Who);
            change.Ask(BearerLetters.Late(input.Kind), approval.Bearer, facts, (policy.Step, input.Attempt));
        }

        await dispatcher.CommitAsync(change, null, cancellation);
    }

    /// <summary>Moves an open step to the dates of its window as extended; who has to act is told the new due day.</summary>
    [Function(nameof(MoveApproval))]
    public Task<ApprovalSchedule> MoveApproval([ActivityTrigger] ApprovalInput input, CancellationToken cancellation) =>
        moves.MoveAsync(input, cancellation);

    [Function(nameof(CloseApproval))]
    public async Task<ApprovalOutcome> CloseApproval(
        [ActivityTrigger] ApprovalInput input,
        CancellationToken cancellation
    )
    {
        using var span = Traces.Continue(nameof(CloseApproval), input.Trace);
        var (subject, policy, plan) = await store.ReadAsync(input, cancellation);
        // All that stands of the subject: the next step opens with it.
        var rows = await store.RowsAsync(subject, cancellation);
        var claim = rows.Claim(policy.Step, input.Attempt);
        if (claim is null)
        {
            var now = clock.GetUtcNow();
            // The window may have been extended by somebody whose event is still on its way.
            if (await store.WindowAsync(plan, subject, cancellation) is { } window)
            {
                var opened = (await store.FindAsync(subject, policy.Step, input.Attempt, cancellation))!.OpenedAt;
                var (_, closes) = StepDates.Of(
                    plan.WorkDays(),
                    policy,
                    input.Attempt,
                    window,
                    plan.Zone.DateAt(opened)
                );
                if (plan.WorkDays().Deadline(closes) > now)
                {
                    return new ApprovalOutcome(
                        Decision.Expired,
                        Actor.System.Official,
                        now,
                        Moved: await MoveApproval(input, cancellation)
                    );
                }
            }

            claim = new ClaimRow
            {
                Decision = nameof(Decision.Expired),
                By = Actor.System.Official,
                At = now,
            };
            var change = new SubjectChange(subject, DecideId(policy.Step, input.Attempt), now)
                .By(Actor.System, AuditAction.Expired)
                .Claim(claim, policy.Step, input.Attempt);
            if (await dispatcher.CommitAsync(change, null, cancellation) != CommitResult.Committed)
                claim = (await store.ClaimAsync(subject, policy.Step, input.Attempt, cancellation))!;
        }

        return new ApprovalOutcome(
            Enum.Parse<Decision>(claim.Decision),
            claim.By,
            claim.At,
            claim.Note,
            claim.ResultHash,
            claim.BodyHash
        );
    }

    /// <summary>The one id of a step's decision: whoever decides, it is the same change.</summary>
    public static string DecideId(string step, int attempt) => FormattableString.Invariant($"decide:{step}:{attempt}");

    private static string OpenId(string step, int attempt) => FormattableString.Invariant($"open:{step}:{attempt}");

    /// <summary>Ends the key of a message about a step whose due day was moved; empty while it never was.</summary>
    public static string Suffix(int extension) => extension == 0 ? "" : FormattableString.Invariant($":x{extension}");
}
