using Microsoft.Azure.Functions.Worker;
using Sakip.Calendar;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Opens, escalates and closes one person's step.</summary>
public sealed class ApprovalActivities(
    OfficeStorage storage, Dispatcher dispatcher, PlanStore plans, TimeProvider clock)
{
    [Function(nameof(OpenApproval))]
    public async Task<ApprovalSchedule> OpenApproval(
        [ActivityTrigger] ApprovalInput input, CancellationToken cancellation)
    {
        var (subject, policy, plan) = await ReadAsync(input, cancellation);
        var existing = await FindAsync(subject, policy.Step, input.Attempt, cancellation);
        var calendar = new WorkCalendar(plan.Holidays);
        if (existing is not null)
        {
            var again = new SubjectChange(subject, OpenId(policy.Step, input.Attempt), existing.OpenedAt)
                .By("sistem", "sistem", "OpenApproval", existing.DocumentHash)
                .Restore(existing, closed: null);
            await dispatcher.RecoverAsync(again, null, cancellation);
            return Schedule(calendar, policy, existing);
        }

        var now = clock.GetUtcNow();
        var today = OfficeTime.DateAt(now);
        var (due, closes) = Deadlines(plan, calendar, policy, input, today);
        var acted = await storage.ActedAsync(subject, policy, input.Attempt, cancellation);
        var bearer = Bearers.Find(plan, input.Kind, input.SubUnit, today, acted)?.Code ?? ApprovalRow.Vacant;
        var state = await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation);
        var approval = new ApprovalRow
        {
            Kind = input.Kind.ToString(),
            Step = policy.Step,
            Attempt = input.Attempt,
            Bearer = bearer,
            SubUnit = input.SubUnit,
            DocumentHash = state?.Hash,
            OpenedAt = now,
            DueAt = WorkCalendar.Deadline(due),
            ClosesAt = WorkCalendar.Deadline(closes),
        };
        var change = new SubjectChange(subject, OpenId(policy.Step, input.Attempt), now)
            .By("sistem", "sistem", "OpenApproval", approval.DocumentHash)
            .Open(approval);
        if (state is not null && NextState.OnOpening(input.Kind) is { } next)
        {
            state.State = next;
            change.Set(state);
        }

        Announce(change, plan, input, policy, approval);
        await dispatcher.CommitAsync(change, null, cancellation);
        return Schedule(calendar, policy, approval);
    }

    private static void Announce(
        SubjectChange change, OfficePlan plan, ApprovalInput input, ApprovalPolicy policy, ApprovalRow approval)
    {
        var facts = Facts.Of(plan, input, OfficeTime.DateAt(approval.DueAt), OfficeTime.DateAt(approval.ClosesAt));
        var key = $"{policy.Request}:{change.Subject.Dotted}:{policy.Step}:{input.Attempt}";
        if (approval.IsVacant)
        {
            change.Notify(Notifications.MessageKind.PostVacant, Bearers.Planner(plan).Code, key, facts);
            return;
        }

        var kind = input is { Kind: ApprovalKind.ReportSubmission, Attempt: > 1 }
            ? Notifications.MessageKind.ReportReturned
            : policy.Request;
        change.Notify(kind, approval.Bearer, key, facts, (policy.Step, input.Attempt));
    }

    [Function(nameof(EscalateApproval))]
    public async Task EscalateApproval([ActivityTrigger] EscalationInput escalation, CancellationToken cancellation)
    {
        var input = escalation.Approval;
        var (subject, policy, plan) = await ReadAsync(input, cancellation);
        var partition = Keys.Partition(subject);
        if (await storage.Subjects.FindAsync<ClaimRow>(
            partition, RowKeys.Claim(policy.Step, input.Attempt), cancellation) is not null)
        {
            return;
        }

        var approval = (await FindAsync(subject, policy.Step, input.Attempt, cancellation))!;
        var now = clock.GetUtcNow();
        var rung = policy.EscalateAfter[escalation.Rung];
        var kind = input.Kind == ApprovalKind.ReportSubmission
            ? Notifications.MessageKind.QuarterEscalated
            : Notifications.MessageKind.ApprovalOverdue;
        var facts = Facts.Of(plan, input, OfficeTime.DateAt(approval.DueAt), OfficeTime.DateAt(approval.ClosesAt));
        facts["days"] = FormattableString.Invariant($"{rung.WorkingDays}");
        if (plan.Officials.FirstOrDefault(official => official.Code == approval.Bearer) is { } bearer)
            facts["who"] = bearer.FullName();
        var to = Bearers.Above(plan, rung.To, input.SubUnit, OfficeTime.DateAt(now));
        var key = FormattableString.Invariant(
            $"{kind}:{subject.Dotted}:{policy.Step}:{input.Attempt}:d{rung.WorkingDays}");
        var change = new SubjectChange(
            subject, FormattableString.Invariant($"escalate:{policy.Step}:{input.Attempt}:{escalation.Rung}"), now)
            .By("sistem", "sistem", "EscalateApproval")
            .Notify(kind, to.Code, key, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
    }

    [Function(nameof(CloseApproval))]
    public async Task<ApprovalOutcome> CloseApproval(
        [ActivityTrigger] ApprovalInput input, CancellationToken cancellation)
    {
        var (subject, policy, _) = await ReadAsync(input, cancellation);
        var key = RowKeys.Claim(policy.Step, input.Attempt);
        var claim = await storage.Subjects.FindAsync<ClaimRow>(Keys.Partition(subject), key, cancellation);
        if (claim is null)
        {
            var now = clock.GetUtcNow();
            claim = new ClaimRow { Decision = nameof(Decision.Expired), By = "sistem", At = now };
            var change = new SubjectChange(subject, DecideId(policy.Step, input.Attempt), now)
                .By("sistem", "sistem", nameof(Decision.Expired))
                .Claim(claim, policy.Step, input.Attempt);
            if (await dispatcher.CommitAsync(change, null, cancellation) != CommitResult.Committed)
                claim = (await storage.Subjects.FindAsync<ClaimRow>(Keys.Partition(subject), key, cancellation))!;
        }

        return new ApprovalOutcome(
            Enum.Parse<Decision>(claim.Decision), claim.By, claim.At, claim.Note, claim.ResultHash, claim.BodyHash);
    }

    /// <summary>The one id of a step's decision: whoever decides, it is the same change.</summary>
    public static string DecideId(string step, int attempt) => FormattableString.Invariant($"decide:{step}:{attempt}");

    private static string OpenId(string step, int attempt) => FormattableString.Invariant($"open:{step}:{attempt}");

    private async Task<(SubjectRef Subject, ApprovalPolicy Policy, OfficePlan Plan)> ReadAsync(
        ApprovalInput input, CancellationToken cancellation)
    {
        var subject = SubjectRef.Parse(input.Subject)
            ?? throw new ArgumentException($"'{input.Subject}' is no subject.", nameof(input));
        return (subject, ApprovalPolicy.Of(input.Kind), await plans.PlanAsync(subject.Unit, subject.Year, cancellation));
    }

    private Task<ApprovalRow?> FindAsync(
        SubjectRef subject, string step, int attempt, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<ApprovalRow>(
            Keys.Partition(subject), RowKeys.Approval(step, attempt), cancellation);

    private static (DateOnly Due, DateOnly Closes) Deadlines(
        OfficePlan plan, WorkCalendar calendar, ApprovalPolicy policy, ApprovalInput input, DateOnly today)
    {
        const int CorrectionDays = 3;
        const int GraceDays = 20;
        var window = input.Quarter is { } quarter
            ? plan.Windows.Single(candidate => (int)candidate.Quarter == quarter)
            : null;
        if (window is not null && policy.WorkingDays is null && input.Attempt == 1) return (window.Due, window.Closes);
        var due = calendar.Add(today, policy.WorkingDays ?? CorrectionDays);
        if (window is null) return (due, calendar.Add(due, GraceDays));
        return due > window.VerificationDue
            ? (window.VerificationDue, window.VerificationDue)
            : (due, window.VerificationDue);
    }

    private static ApprovalSchedule Schedule(WorkCalendar calendar, ApprovalPolicy policy, ApprovalRow approval)
    {
        var due = OfficeTime.DateAt(approval.DueAt);
        var closes = approval.ClosesAt.UtcDateTime;
        var escalations = policy.EscalateAfter
            .Select(rung => WorkCalendar.Opening(calendar.Add(due, rung.WorkingDays)))
            .Where(at => at < closes)
            .ToArray();
        return new ApprovalSchedule(approval.DueAt.UtcDateTime, closes, escalations);
    }
}
