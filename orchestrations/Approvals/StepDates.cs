using Sakip.Calendar;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>When a step is due, when it closes, and when somebody above is told.</summary>
internal static class StepDates
{
    private const int CorrectionDays = 3;
    private const int GraceDays = 20;

    /// <param name="window">The window as it holds now, for the steps of a quarter.</param>
    /// <param name="opened">The day on which the step was opened.</param>
    public static (DateOnly Due, DateOnly Closes) Of(
        WorkCalendar calendar,
        ApprovalPolicy policy,
        int attempt,
        ReportingWindow? window,
        DateOnly opened
    )
    {
        if (window is not null && policy.WorkingDays is null && attempt == 1)
            return (window.Due, window.Closes);
        var due = calendar.Add(opened, policy.WorkingDays ?? CorrectionDays);
        if (window is null)
            return (due, calendar.Add(due, GraceDays));
        return due > window.VerificationDue
            ? (window.VerificationDue, window.VerificationDue)
            : (due, window.VerificationDue);
    }

    /// <param name="after">Rungs up to this instant have passed; null keeps them all.</param>
    public static ApprovalSchedule Schedule(
        WorkCalendar calendar,
        ApprovalPolicy policy,
        ApprovalRow approval,
        DateTimeOffset? after = null
    )
    {
        var due = calendar.DateAt(approval.DueAt);
        var closes = approval.ClosesAt.UtcDateTime;
        var rungs = policy.EscalateAfter.Select(rung => calendar.Opening(calendar.Add(due, rung.WorkingDays))).ToList();
        var passed = after is { } instant ? rungs.Count(at => at <= instant.UtcDateTime) : 0;
        return new ApprovalSchedule(
            approval.DueAt.UtcDateTime,
            closes,
            [.. rungs.Skip(passed).Where(at => at < closes)],
            passed,
            DueOn: due
        );
    }
}
