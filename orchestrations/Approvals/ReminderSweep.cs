using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>
/// Compares which reminders should have gone out with which did. Idempotent by rung: after missed days only the latest
/// missed rung is sent, and a step that is decided is no longer in the list.
/// </summary>
internal sealed class ReminderSweep(OfficeStorage storage, PlanStore plans, Dispatcher dispatcher, TimeProvider clock)
{
    public async Task RunAsync(OfficeYear office, CancellationToken cancellation) =>
        await RunAsync(office, await storage.WaitingAsync(office, cancellation), cancellation);

    /// <param name="open">Every open step of the year.</param>
    public async Task RunAsync(OfficeYear office, IReadOnlyList<WaitingRow> open, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var calendar = plan.WorkDays();
        var now = clock.GetUtcNow();
        var today = calendar.OpenDay(now);
        foreach (var waiting in open)
        {
            if (waiting.Bearer == ApprovalRow.Vacant)
                continue;
            var rung = Due(calendar, waiting, today);
            if (rung is { } due)
                await RemindAsync(plan, waiting, due, now, cancellation);
        }
    }

    /// <summary>The latest rung whose day has come, by working days before the due day; null before the first.</summary>
    public static int? Due(WorkCalendar calendar, WaitingRow waiting, DateOnly today)
    {
        var policy = ApprovalPolicy.Of(Enum.Parse<ApprovalKind>(waiting.Kind));
        var due = calendar.DateAt(waiting.DueAt);
        var opened = calendar.DateAt(waiting.MovedAt ?? waiting.Since);
        int? latest = null;
        foreach (var rung in policy.RemindBefore)
        {
            var day = rung == 0 ? due : calendar.Add(due, -rung);
            if (day > opened && day <= today)
                latest = rung;
        }

        return latest;
    }

    private async Task RemindAsync(
        OfficePlan plan,
        WaitingRow waiting,
        int rung,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var kind = Enum.Parse<ApprovalKind>(waiting.Kind);
        var policy = ApprovalPolicy.Of(kind);
        var subject = Subject.Parse(waiting.Subject)!;
        var id = FormattableString.Invariant(
            $"remind:{waiting.Step}:{waiting.Attempt}:d{rung}{ApprovalActivities.Suffix(waiting.Extension)}"
        );
        var partition = Keys.Partition(subject);
        if (await storage.IsDoneAsync(subject, id, cancellation))
            return;
        // Decided a moment ago, and the list not yet changed: nobody is reminded of what is done.
        if (
            await storage.Subjects.FindAsync<ClaimRow>(
                partition,
                RowKeys.Claim(waiting.Step, waiting.Attempt),
                cancellation
            )
            is not null
        )
        {
            return;
        }

        var approval = await storage.Subjects.FindAsync<ApprovalRow>(
            Keys.Partition(subject),
            RowKeys.Approval(waiting.Step, waiting.Attempt),
            cancellation
        );
        if (approval is not { IsWithdrawn: false })
            return;
        var input = Facts.InputOf(subject, waiting.Kind, waiting.Attempt, waiting.SubUnit);
        var facts = Facts.Of(plan, input, plan.Zone.DateAt(waiting.DueAt), plan.Zone.DateAt(waiting.ClosesAt));
        // After missed ticks the due day may be past; the days that are left are then not named.
        var left = plan.WorkDays().Between(plan.Zone.DateAt(now), plan.Zone.DateAt(waiting.DueAt));
        if (left > 0)
            facts[Fact.Days] = FormattableString.Invariant($"{left}");
        var change = new SubjectChange(subject, id, now)
            .By(Actor.System, AuditAction.Remind)
            .Ask(policy.Reminder, waiting.Bearer, facts, (waiting.Step, waiting.Attempt));
        foreach (var other in Others(plan, waiting, plan.Zone.DateAt(now)))
            change.Tell(policy.Reminder, other, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
    }

    // A report that is not in concerns its head and the sub-unit's other operators too; the link is its bearer's alone.
    private static IEnumerable<string> Others(OfficePlan plan, WaitingRow waiting, DateOnly today) =>
        waiting is { Kind: nameof(ApprovalKind.ReportSubmission), SubUnit: { } subUnit, Attempt: 1 }
            ? Bearers
                .OtherOperators(plan, subUnit, waiting.Bearer)
                .Concat(Bearers.HeadIfAny(plan, subUnit, today))
                .Select(official => official.Code)
                .Where(code => code != waiting.Bearer)
                .Distinct()
            : [];
}
