using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// The states that a sub-unit's report and the reopening of a quarter go through with their steps, and what a decision
/// on a report tells those who wait for it.
/// </summary>
internal sealed class CollectionSteps : IStepRules
{
    public IReadOnlyList<ApprovalKind> Kinds { get; } =
    [
        ApprovalKind.ReportSubmission,
        ApprovalKind.ReportApproval,
        ApprovalKind.ReportVerification,
        ApprovalKind.QuarterReopening,
    ];

    public string After(ApprovalKind kind, Decision decision) =>
        (kind, decision) switch
        {
            (ApprovalKind.QuarterReopening, Decision.Returned) => "Refused",
            (ApprovalKind.QuarterReopening, _) => "Approved",
            (_, Decision.Returned) => nameof(ReportState.Returned),
            (ApprovalKind.ReportSubmission, _) => nameof(ReportState.Submitted),
            (ApprovalKind.ReportApproval, _) => nameof(ReportState.ApprovedByHead),
            _ => nameof(ReportState.Verified),
        };

    public void Tell(SubjectChange change, OpenedLink link, Decision decision, string? note)
    {
        if (decision != Decision.Verified || link.State?.SubmittedBy is not { } sender)
            return;
        var report = (SubUnitReportSubject)link.Subject;
        var facts = new Dictionary<Fact, string>
        {
            [Fact.SubUnit] =
                link.Plan.SubUnits.Single(subUnit => subUnit.Code == report.SubUnit).Name
                + (report.Round > 1 ? FormattableString.Invariant($" (putaran {report.Round})") : ""),
            [Fact.Quarter] = Quarters.Code(report.Quarter),
            [Fact.Who] = link.Bearer.FullName(),
        };
        if (note is not null)
            facts[Fact.Note] = note;
        change.Tell(MessageKind.ReportVerified, sender, facts);
    }
}
