using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>A step as it opens: who bears it and by when.</summary>
internal static class NewStep
{
    public static ApprovalRow Of(
        OfficePlan plan,
        ApprovalInput input,
        SubjectRows rows,
        ReportingWindow? window,
        DateTimeOffset now
    )
    {
        var policy = ApprovalPolicy.Of(input.Kind, plan);
        var (calendar, today) = (plan.WorkDays(), plan.Zone.DateAt(now));
        var (due, closes) = StepDates.Of(calendar, policy, input.Attempt, window, today);
        var acted = rows.Acted(policy, input.Attempt);
        var bearer = Bearers.Find(plan, input.Kind, input.SubUnit, today, acted)?.Code ?? ApprovalRow.Vacant;
        return new ApprovalRow
        {
            Kind = input.Kind.ToString(),
            Step = policy.Step,
            Attempt = input.Attempt,
            Bearer = bearer,
            SubUnit = input.SubUnit,
            DocumentHash = rows.State?.Hash,
            OpenedAt = now,
            DueAt = calendar.Deadline(due),
            ClosesAt = calendar.Deadline(closes),
            Nonce = bearer == ApprovalRow.Vacant ? null : OneTimeCodes.NewNonce(),
            IssuedAt = bearer == ApprovalRow.Vacant ? null : now,
        };
    }
}
