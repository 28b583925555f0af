using Sakip.Agreements;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The state that a subject goes to with a decision.</summary>
internal static class NextState
{
    /// <param name="resultHash">Hash of the signed document or of what was handed in, where there is one.</param>
    /// <param name="document">The document with the signature that was just made.</param>
    public static StateRow After(
        OpenedLink link,
        Decision decision,
        string? resultHash,
        DocumentState? document,
        DateTimeOffset at
    )
    {
        var isLate =
            link.Kind == ApprovalKind.ReportSubmission && link.Approval.Attempt == 1
                ? at > link.Approval.DueAt
                : link.State?.Late ?? false;
        var before = link.State;
        var isIn = link.Kind == ApprovalKind.ReportSubmission;
        return new StateRow
        {
            State = Name(link.Kind, decision),
            Hash = resultHash ?? link.State?.Hash,
            Body = document is null ? link.State?.Body : SakipJson.Text(document),
            Late = isLate,
            Revision = link.Approval.Attempt,
            SubmittedBy = isIn ? link.Bearer.Code : before?.SubmittedBy,
            SubmittedAt = isIn ? at : before?.SubmittedAt,
            ApprovedBy =
                link.Kind == ApprovalKind.ReportApproval ? link.Bearer.Code
                : isIn ? null
                : before?.ApprovedBy,
            VerifiedBy = decision == Decision.Verified ? link.Bearer.Code : null,
            VerifiedAt = decision == Decision.Verified ? at : null,
        };
    }

    /// <summary>The state that a subject goes to when a step opens; null where opening changes none.</summary>
    public static string? OnOpening(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.AgreementCheck => nameof(AgreementState.Submitted),
            ApprovalKind.FirstPartySignature => nameof(AgreementState.AwaitingFirstParty),
            ApprovalKind.SecondPartySignature => nameof(AgreementState.AwaitingSecondParty),
            _ => null,
        };

    private static string Name(ApprovalKind kind, Decision decision) =>
        (kind, decision) switch
        {
            (
                ApprovalKind.AgreementCheck
                    or ApprovalKind.FirstPartySignature
                    or ApprovalKind.SecondPartySignature,
                Decision.Returned
            ) => nameof(AgreementState.NeedsCorrection),
            (ApprovalKind.QuarterReopening, Decision.Returned) => "Refused",
            (ApprovalKind.QuarterReopening, _) => "Approved",
            (_, Decision.Returned) => nameof(ReportState.Returned),
            (ApprovalKind.ReportSubmission, _) => nameof(ReportState.Submitted),
            (ApprovalKind.ReportApproval, _) => nameof(ReportState.ApprovedByHead),
            (ApprovalKind.ReportVerification, _) => nameof(ReportState.Verified),
            (ApprovalKind.AgreementCheck, _) => nameof(AgreementState.Approved),
            (ApprovalKind.FirstPartySignature, _) => nameof(AgreementState.AwaitingSecondParty),
            (ApprovalKind.SecondPartySignature, _) => nameof(AgreementState.SignedByBoth),
            (ApprovalKind.AnnualReview, _) => "Reviewed",
            (ApprovalKind.AnnualSignature, _) => "Signed",
            (ApprovalKind.Narrative, _) => "Submitted",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of approval."),
        };
}
