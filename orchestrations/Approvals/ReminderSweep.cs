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
    // As the alert on the timer has it: a sweep a day, and two hours of grace.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(26);

    public async Task RunAsync(OfficeYear office, CancellationToken cancellation) =>
        await RunAsync(office, await storage.WaitingAsync(office, cancellation), cancellation);

    /// <param name="open">Every open step of the year.</param>
    public async Task RunAsync(OfficeYear office, IReadOnlyList<WaitingRow> open, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var calendar = plan.WorkDays();
        var now = clock.GetUtcNow();
        var today = calendar.OpenDay(now);
        var due = new List<Reminder>();
        foreach (var waiting in open)
        {
            if (waiting.Bearer == ApprovalRow.Vacant)
                continue;
            if (
                Due(calendar, waiting, today) is { } rung
                && await FindAsync(plan, waiting, rung, now, cancellation) is { } reminder
            )
            {
                due.Add(reminder);
            }
        }

        foreach (var own in due.GroupBy(reminder => reminder.Waiting.Bearer))
            await RemindAsync(plan, [.. own], now, cancellation);
        await TellOfLateAsync(plan, open, now, cancellation);
    }

    /// <summary>
    /// How many open steps should have been reminded of more than a day ago and were not since: then the timer stands
    /// still, which nothing else on the office's own pages shows.
    /// </summary>
    public async Task<int> MissedAsync(OfficeYear office, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var calendar = plan.WorkDays();
        var now = clock.GetUtcNow();
        var missed = 0;
        foreach (var waiting in await storage.WaitingAsync(office, cancellation))
        {
            if (waiting.Bearer == ApprovalRow.Vacant)
                continue;
            if (
                Due(calendar, waiting, calendar.OpenDay(now - Patience)) is { } rung
                && await FindAsync(plan, waiting, rung, now, cancellation) is not null
                && Due(calendar, waiting, calendar.OpenDay(now)) is { } latest
                && await FindAsync(plan, waiting, latest, now, cancellation) is not null
            )
            {
                missed++;
            }
        }

        return missed;
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

    /// <summary>A rung that is due and was not sent; null where it was, or where nobody is to be reminded.</summary>
    private async Task<Reminder?> FindAsync(
        OfficePlan plan,
        WaitingRow waiting,
        int rung,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var subject = Subject.Parse(waiting.Subject)!;
        var id = FormattableString.Invariant(
            $"remind:{waiting.Step}:{waiting.Attempt}:d{rung}{ApprovalActivities.Suffix(waiting.Extension)}"
        );
        var partition = Keys.Partition(subject);
        if (await storage.IsDoneAsync(subject, id, cancellation))
            return null;
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
            return null;
        }

        var approval = await storage.Subjects.FindAsync<ApprovalRow>(
            partition,
            RowKeys.Approval(waiting.Step, waiting.Attempt),
            cancellation
        );
        if (approval is not { IsWithdrawn: false })
            return null;
        var input = Facts.InputOf(subject, waiting.Kind, waiting.Attempt, waiting.SubUnit);
        var facts = Facts.Of(plan, input, plan.Zone.DateAt(waiting.DueAt), plan.Zone.DateAt(waiting.ClosesAt));
        // After missed ticks the due day may be past; the days that are left are then not named.
        var left = plan.WorkDays().Between(plan.Zone.DateAt(now), plan.Zone.DateAt(waiting.DueAt));
        if (left > 0)
            facts[Fact.Days] = FormattableString.Invariant($"{left}");
        return new Reminder(waiting, subject, id, facts);
    }

    // Who has several steps to act on gets one letter, or a few where they are very many. They go first: a step that is
    // marked is not reminded of again.
    private async Task RemindAsync(
        OfficePlan plan,
        IReadOnlyList<Reminder> own,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var isOne = own.Count == 1;
        foreach (var (number, some) in isOne ? [] : own.Chunk(LetterStep.Most).Index())
            await dispatcher.CommitAsync(Several(plan, some, number, now), null, cancellation);
        foreach (var (waiting, subject, id, facts) in own)
        {
            var kind = ApprovalPolicy.Of(Enum.Parse<ApprovalKind>(waiting.Kind)).Reminder;
            var change = new SubjectChange(subject, id, now).By(Actor.System, AuditAction.Remind);
            if (isOne)
                change.Ask(kind, waiting.Bearer, facts, (waiting.Step, waiting.Attempt));
            foreach (var other in Others(plan, waiting, plan.Zone.DateAt(now)))
                change.Tell(kind, other, facts);
            await dispatcher.CommitAsync(change, null, cancellation);
        }
    }

    private static SubjectChange Several(OfficePlan plan, IReadOnlyList<Reminder> own, int number, DateTimeOffset now)
    {
        var cycle = new CycleSubject(plan.Office);
        var bearer = own[0].Waiting.Bearer;
        var id = FormattableString.Invariant($"remind-all:{bearer}:{plan.WorkDays().OpenDay(now):yyyyMMdd}");
        if (number > 0)
            id += FormattableString.Invariant($":{number + 1}");
        var steps = own.Select(one => new LetterStep(
            one.Facts[Fact.Document],
            plan.Zone.DateAt(one.Waiting.DueAt),
            one.Subject.Dotted,
            one.Waiting.Step,
            one.Waiting.Attempt
        ));
        return new SubjectChange(cycle, id, now)
            .By(Actor.System, AuditAction.Remind)
            .Tell(
                MessageKind.StepsReminder,
                bearer,
                new Dictionary<Fact, string> { [Fact.Steps] = SakipJson.Text(steps) }
            );
    }

    // Once a week the planner reads what is past its due day.
    private async Task TellOfLateAsync(
        OfficePlan plan,
        IReadOnlyList<WaitingRow> open,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (LateList.Of(plan, open, now) is not { } letter)
            return;
        if (!await storage.IsDoneAsync(letter.Subject, letter.Id, cancellation))
            await dispatcher.CommitAsync(letter, null, cancellation);
    }

    // A report that is not in concerns the sub-unit's other operators too, and on its due day the head; the link is its
    // bearer's alone.
    private static IEnumerable<string> Others(OfficePlan plan, WaitingRow waiting, DateOnly today) =>
        waiting is { Kind: nameof(ApprovalKind.ReportSubmission), SubUnit: { } subUnit, Attempt: 1 }
            ? Bearers
                .OtherOperators(plan, subUnit, waiting.Bearer, today)
                .Concat(today < plan.Zone.DateAt(waiting.DueAt) ? [] : Bearers.HeadIfAny(plan, subUnit, today))
                .Select(official => official.Code)
                .Where(code => code != waiting.Bearer)
                .Distinct()
            : [];

    private sealed record Reminder(WaitingRow Waiting, Subject Subject, string Id, Dictionary<Fact, string> Facts);
}
