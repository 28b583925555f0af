using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>
/// Reminds planner and head of the day by which the annual report is due: 30, 14, 7 and 1 days before. After missed days only
/// the latest missed rung goes out, and none once the report is published.
/// </summary>
internal sealed class ReportDeadlines(
    PlanStore plans,
    ReportRecords records,
    Dispatcher dispatcher,
    OfficeStorage storage,
    TimeProvider clock
)
{
    private static readonly int[] DaysBefore = [30, 14, 7, 1];

    public async Task RunAsync(OfficeYear office, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var now = clock.GetUtcNow();
        var today = plan.WorkDays().OpenDay(now);
        if (Rung(plan.Report.Due, today) is not { } days)
            return;
        if (await records.FindAsync(office, version: 1, cancellation) is not null)
            return;

        var subject = new AnnualReportSubject(office, Version: 1);
        var id = FormattableString.Invariant($"deadline:{plan.Report.Due:yyyyMMdd}:d{days}");
        if (await storage.IsDoneAsync(subject, id, cancellation))
        {
            return;
        }

        var change = new SubjectChange(subject, id, now).By(Actor.System, AuditAction.RemindOfDeadline);
        var facts = new Dictionary<Fact, string>
        {
            [Fact.Due] = Facts.Iso(plan.Report.Due),
            [Fact.Days] = FormattableString.Invariant($"{plan.Report.Due.DayNumber - today.DayNumber}"),
        };
        string?[] told = [Bearers.Planner(plan).Code, new OfficeDirectory(plan).FirstParty(today)?.Official.Code];
        change.Tell(MessageKind.AnnualReportDeadline, told, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
    }

    /// <summary>The latest rung whose day has come; null before the first and after the deadline.</summary>
    public static int? Rung(DateOnly due, DateOnly today)
    {
        var left = due.DayNumber - today.DayNumber;
        return left < 0 ? null : DaysBefore.Where(days => left <= days).Select(days => (int?)days).Min();
    }
}
