using Sakip.Approvals;
using Sakip.Collection;

namespace Sakip.Reporting;

/// <summary>The states that the annual report and its texts go through with their steps.</summary>
internal sealed class ReportSteps : IStepRules
{
    public IReadOnlyList<ApprovalKind> Kinds { get; } =
    [ApprovalKind.AnnualReview, ApprovalKind.AnnualSignature, ApprovalKind.Narrative];

    public string After(ApprovalKind kind, Decision decision) =>
        (kind, decision) switch
        {
            (_, Decision.Returned) => nameof(ReportState.Returned),
            (ApprovalKind.AnnualReview, _) => "Reviewed",
            (ApprovalKind.AnnualSignature, _) => "Signed",
            _ => "Submitted",
        };
}
