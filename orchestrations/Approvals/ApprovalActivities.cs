using Microsoft.Azure.Functions.Worker;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>Opens, escalates and closes one person's step.</summary>
internal sealed class ApprovalActivities(
    OfficeStorage storage,
    Dispatcher dispatcher,
    PlanStore plans,
    IWindows windows,
    StepRules steps,
    NarrativeLetters narratives,
    TimeProvider clock
)
{
    [Function(nameof(OpenApproval))]
    public async Task<ApprovalSchedule> OpenApproval(
        [ActivityTrigger] ApprovalInput input,
        CancellationToken cancellation
    )
    {
        var (subject, policy, plan) = await ReadAsync(input, cancellation);
        var rows = await SubjectRows.ReadAsync(storage, Keys.Partition(subject), cancellation);
        var existing = rows.Approval(policy.Step, input.Attempt);
        var calendar = plan.WorkDays();
        if (existing is not null)
        {
            if (rows.Claim(policy.Step, input.Attempt) is not null)
                return StepDates.Schedule(calendar, policy, existing) with { IsDecided = true };

            var again = new SubjectChange(subject, OpenId(policy.Step, input.Attempt), existing.OpenedAt)
                .By(Actor.System, AuditAction.OpenApproval, existing.DocumentHash)
                .Restore(existing, closed: null);
            await dispatcher.RecoverAsync(again, null, cancellation);
            await TellOfNarrativesAsync(plan, subject, existing, cancellation);
            return StepDates.Schedule(calendar, policy, existing);
        }

        var now = clock.GetUtcNow();
        var today = plan.Zone.DateAt(now);
        var (due, closes) = StepDates.Of(
            calendar,
            policy,
            input.Attempt,
            await OpeningWindowAsync(plan, subject, input, cancellation),
            today
        );
        var acted = rows.Acted(policy, input.Attempt);
        var bearer = Bearers.Find(plan, input.Kind, input.SubUnit, today, acted)?.Code ?? ApprovalRow.Vacant;
        var state = rows.State;
        var approval = new ApprovalRow
        {
            Kind = input.Kind.ToString(),
            Step = policy.Step,
            Attempt = input.Attempt,
            Bearer = bearer,
            SubUnit = input.SubUnit,
            DocumentHash = state?.Hash,
            OpenedAt = now,
            DueAt = calendar.Deadline(due),
            ClosesAt = calendar.Deadline(closes),
            Nonce = bearer == ApprovalRow.Vacant ? null : OneTimeCodes.NewNonce(),
            IssuedAt = bearer == ApprovalRow.Vacant ? null : now,
        };
        var change = new SubjectChange(subject, OpenId(policy.Step, input.Attempt), now)
            .By(Actor.System, AuditAction.OpenApproval, approval.DocumentHash)
            .Open(approval);
        if (state is not null && steps.Of(input.Kind).WhenOpened(input.Kind) is { } next)
        {
            state.State = next;
            change.Set(state);
        }

        var asked = await AskedWithAsync(subject, input.Attempt, cancellation);
        if (asked is null || approval.IsVacant)
            await AnnounceAsync(change, plan, input, policy, approval, cancellation);
        await dispatcher.CommitAsync(change, null, cancellation);
        await TellOfNarrativesAsync(plan, subject, approval, cancellation);
        return StepDates.Schedule(calendar, policy, approval);
    }

    private async Task<IReadOnlyList<string>?> AskedWithAsync(
        Subject subject,
        int attempt,
        CancellationToken cancellation
    ) =>
        subject is NarrativeSubject narrative
            ? await narratives.AskedWithAsync(narrative, attempt, cancellation)
            : null;

    private async Task TellOfNarrativesAsync(
        OfficePlan plan,
        Subject subject,
        ApprovalRow approval,
        CancellationToken cancellation
    )
    {
        if (await AskedWithAsync(subject, approval.Attempt, cancellation) is { } asked)
            await narratives.TellAsync(plan, (NarrativeSubject)subject, approval, asked, cancellation);
    }

    private async Task AnnounceAsync(
        SubjectChange change,
        OfficePlan plan,
        ApprovalInput input,
        ApprovalPolicy policy,
        ApprovalRow approval,
        CancellationToken cancellation
    )
    {
        var facts = Facts.Of(plan, input, plan.Zone.DateAt(approval.DueAt), plan.Zone.DateAt(approval.ClosesAt));
        if (change.Subject is ReopeningSubject reopening)
        {
            foreach (var (name, value) in await windows.AboutReopeningAsync(plan, reopening, cancellation))
                facts[name] = value;
        }

        if (approval.IsVacant)
        {
            change.Tell(MessageKind.PostVacant, Bearers.Planner(plan).Code, facts);
            return;
        }

        var kind = input is { Kind: ApprovalKind.ReportSubmission, Attempt: > 1 }
            ? MessageKind.ReportReturned
            : policy.Request;
        var known = $"{policy.Request}:{change.Subject.Dotted}:{policy.Step}:{input.Attempt}";
        change.Ask(kind, approval.Bearer, facts, (policy.Step, input.Attempt), known);
        if (input is not { Kind: ApprovalKind.ReportSubmission, Attempt: 1, SubUnit: { } subUnit })
            return;
        // The link is its bearer's alone: the sub-unit's other operators are told and sign in.
        foreach (var other in Bearers.OtherOperators(plan, subUnit, approval.Bearer))
            change.Tell(kind, other.Code, facts);
    }

    [Function(nameof(EscalateApproval))]
    public async Task EscalateApproval([ActivityTrigger] EscalationInput escalation, CancellationToken cancellation)
    {
        var input = escalation.Approval;
        var (subject, policy, plan) = await ReadAsync(input, cancellation);
        var partition = Keys.Partition(subject);
        if (
            await storage.Subjects.FindAsync<ClaimRow>(
                partition,
                RowKeys.Claim(policy.Step, input.Attempt),
                cancellation
            )
            is not null
        )
        {
            return;
        }

        var approval = (await FindAsync(subject, policy.Step, input.Attempt, cancellation))!;
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
        )
            .By(Actor.System, AuditAction.EscalateApproval)
            .Tell(kind, to.Code, facts);
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
    public async Task<ApprovalSchedule> MoveApproval(
        [ActivityTrigger] ApprovalInput input,
        CancellationToken cancellation
    )
    {
        var (subject, policy, plan) = await ReadAsync(input, cancellation);
        var calendar = plan.WorkDays();
        var report =
            subject as SubUnitReportSubject
            ?? throw new ArgumentException($"'{input.Subject}' has no window.", nameof(input));
        var inForce = await windows.WindowAsync(plan, report.Quarter, report.Round, cancellation);
        while (true)
        {
            var now = clock.GetUtcNow();
            var approval = (await FindAsync(subject, policy.Step, input.Attempt, cancellation))!;
            var claim = await storage.Subjects.FindAsync<ClaimRow>(
                Keys.Partition(subject),
                RowKeys.Claim(policy.Step, input.Attempt),
                cancellation
            );
            var (due, closes) = StepDates.Of(
                calendar,
                policy,
                input.Attempt,
                inForce.Dates,
                plan.Zone.DateAt(approval.OpenedAt)
            );
            var (dueAt, closesAt) = (calendar.Deadline(due), calendar.Deadline(closes));
            var isDueMoved = approval.DueAt != dueAt;
            if (claim is not null)
                return StepDates.Schedule(calendar, policy, approval, now);
            var id = MoveId(policy.Step, input.Attempt, inForce.Extension);
            if (!isDueMoved && approval.ClosesAt == closesAt)
            {
                // Moved before a crash, perhaps: its line in the lists and its letter follow.
                if (approval.Extension > 0)
                {
                    var again = new SubjectChange(subject, id, approval.MovedAt ?? now)
                        .By(Actor.System, AuditAction.MoveApproval, note: inForce.Reason)
                        .Restore(approval, closed: null);
                    await dispatcher.RecoverAsync(again, null, cancellation);
                }

                return StepDates.Schedule(calendar, policy, approval, now);
            }

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

    [Function(nameof(CloseApproval))]
    public async Task<ApprovalOutcome> CloseApproval(
        [ActivityTrigger] ApprovalInput input,
        CancellationToken cancellation
    )
    {
        using var span = Traces.Continue(nameof(CloseApproval), input.Trace);
        var (subject, policy, plan) = await ReadAsync(input, cancellation);
        var key = RowKeys.Claim(policy.Step, input.Attempt);
        var claim = await storage.Subjects.FindAsync<ClaimRow>(Keys.Partition(subject), key, cancellation);
        if (claim is null)
        {
            var now = clock.GetUtcNow();
            // The window may have been extended by somebody whose event is still on its way.
            if (await WindowAsync(plan, subject, cancellation) is { } window)
            {
                var opened = (await FindAsync(subject, policy.Step, input.Attempt, cancellation))!.OpenedAt;
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
                claim = (await storage.Subjects.FindAsync<ClaimRow>(Keys.Partition(subject), key, cancellation))!;
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

    private static string MoveId(string step, int attempt, int extension) =>
        FormattableString.Invariant($"move:{step}:{attempt}:{extension}");

    private static string OpenId(string step, int attempt) => FormattableString.Invariant($"open:{step}:{attempt}");

    private async Task<(Subject Subject, ApprovalPolicy Policy, OfficePlan Plan)> ReadAsync(
        ApprovalInput input,
        CancellationToken cancellation
    )
    {
        var subject =
            Subject.Parse(input.Subject)
            ?? throw new ArgumentException($"'{input.Subject}' is no subject.", nameof(input));
        var plan = await plans.PlanAsync(subject.Office, cancellation);
        return (subject, ApprovalPolicy.Of(input.Kind, plan), plan);
    }

    private Task<ApprovalRow?> FindAsync(Subject subject, string step, int attempt, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<ApprovalRow>(Keys.Partition(subject), RowKeys.Approval(step, attempt), cancellation);

    private async Task<ReportingWindow?> WindowAsync(
        OfficePlan plan,
        Subject subject,
        CancellationToken cancellation
    ) =>
        subject is SubUnitReportSubject report
            ? (await windows.WindowAsync(plan, report.Quarter, report.Round, cancellation)).Dates
            : null;

    // An extension that nobody has heard of yet moves the step when its event comes.
    private async Task<ReportingWindow?> OpeningWindowAsync(
        OfficePlan plan,
        Subject subject,
        ApprovalInput input,
        CancellationToken cancellation
    ) =>
        input.Extensions == 0 && subject is SubUnitReportSubject { Round: 1 } report
            ? plan.Windows.Single(window => window.Quarter == report.Quarter)
            : await WindowAsync(plan, subject, cancellation);

    /// <summary>Ends the key of a message about a step whose due day was moved; empty while it never was.</summary>
    public static string Suffix(int extension) => extension == 0 ? "" : FormattableString.Invariant($":x{extension}");
}
