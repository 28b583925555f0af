using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The planner's letter about what is past its due day: one a week, on the first working day that has any.</summary>
internal static class LateList
{
    private const int Week = 7;

    /// <summary>Null on days off, and where nothing is late.</summary>
    public static SubjectChange? Of(OfficePlan plan, IReadOnlyList<WaitingRow> open, DateTimeOffset now)
    {
        var calendar = plan.WorkDays();
        var today = calendar.OpenDay(now);
        var late = open.Where(waiting => waiting.DueAt < now).OrderBy(waiting => waiting.DueAt).ToList();
        if (late.Count == 0 || !calendar.IsWorkingDay(today))
            return null;
        var directory = new OfficeDirectory(plan);
        var steps = late.Take(LetterStep.Most)
            .Select(waiting =>
            {
                var input = Facts.InputOf(
                    Subject.Parse(waiting.Subject)!,
                    waiting.Kind,
                    waiting.Attempt,
                    waiting.SubUnit
                );
                var who = directory.Official(waiting.Bearer)?.FullName() ?? "belum ada pejabatnya";
                var days = Math.Max(1, calendar.Between(plan.Zone.DateAt(waiting.DueAt), today));
                return new LetterStep($"{Facts.TitleOf(plan, input)}: {who}, lewat {days} hari kerja");
            });
        if (late.Count - LetterStep.Most is > 0 and var more)
            steps = steps.Append(new LetterStep($"dan {more} langkah lain", Stands: more));
        var cycle = new CycleSubject(plan.Office);
        var id = FormattableString.Invariant($"late:{Monday(today):yyyyMMdd}");
        return new SubjectChange(cycle, id, now)
            .By(Actor.System, AuditAction.WarnOfDeadline)
            .Tell(
                MessageKind.StepsLate,
                Bearers.Planner(plan).Code,
                new Dictionary<Fact, string> { [Fact.Steps] = SakipJson.Text(steps) }
            );
    }

    private static DateOnly Monday(DateOnly day) =>
        day.AddDays(-(((int)day.DayOfWeek + Week - (int)DayOfWeek.Monday) % Week));
}
