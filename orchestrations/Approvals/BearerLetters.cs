using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The letter that calls the bearer to an open step: a reminder before its due day, a word about the delay after it.</summary>
internal static class BearerLetters
{
    public static (MessageKind Kind, Dictionary<Fact, string> Facts) Of(
        OfficePlan plan,
        Subject subject,
        ApprovalRow approval,
        DateTimeOffset now
    )
    {
        var kind = Enum.Parse<ApprovalKind>(approval.Kind);
        var due = plan.Zone.DateAt(approval.DueAt);
        var facts = Facts.Of(
            plan,
            Facts.InputOf(subject, approval.Kind, approval.Attempt, approval.SubUnit),
            due,
            plan.Zone.DateAt(approval.ClosesAt)
        );
        var left = plan.WorkDays().Between(plan.Zone.DateAt(now), due);
        if (left != 0)
            facts[Fact.Days] = FormattableString.Invariant($"{Math.Abs(left)}");
        return (now > approval.DueAt ? Late(kind) : ApprovalPolicy.Of(kind).Reminder, facts);
    }

    /// <summary>What tells a bearer that the due day has passed.</summary>
    public static MessageKind Late(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.ReportSubmission => MessageKind.QuarterLate,
            ApprovalKind.Narrative => MessageKind.NarrativeLate,
            _ => MessageKind.ApprovalOverdue,
        };
}
