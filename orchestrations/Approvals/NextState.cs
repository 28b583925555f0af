using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The state that a subject goes to with a decision.</summary>
internal static class NextState
{
    /// <param name="name">The state, as the capability that owns the step names it.</param>
    /// <param name="resultHash">Hash of the signed document or of what was handed in, where there is one.</param>
    /// <param name="document">The document with the signature that was just made.</param>
    public static StateRow After(
        OpenedLink link,
        string name,
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
            State = name,
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
}
