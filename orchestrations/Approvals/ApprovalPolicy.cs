using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>What holds for a kind of step: its name in ids, what may be decided, who is told what and when.</summary>
/// <param name="Step">Name in row keys and instance ids, at most 16 characters.</param>
/// <param name="Role">The part in which its bearer decides.</param>
/// <param name="Yes">The decision that lets the subject go on.</param>
/// <param name="NeedsCode">The bearer also proves the mailbox by a one-time code.</param>
/// <param name="RemindBefore">Working days before the due day on which a reminder goes out, latest last.</param>
/// <param name="EscalateAfter">Working days after the due day on which somebody above is told.</param>
/// <param name="WorkingDays">Working days until the due day; null where a window sets it.</param>
internal sealed record ApprovalPolicy(
    string Step,
    ActorRole Role,
    Decision Yes,
    bool CanReturn,
    bool NeedsCode,
    MessageKind Request,
    MessageKind Reminder,
    IReadOnlyList<int> RemindBefore,
    IReadOnlyList<Escalation> EscalateAfter,
    int? WorkingDays
)
{
    /// <summary>Steps whose decider may not decide this one: nobody checks or approves their own work.</summary>
    public IReadOnlyList<string> ApartFrom { get; init; } = [];

    /// <summary>The policy with what the office's plan sets about it.</summary>
    public static ApprovalPolicy Of(ApprovalKind kind, OfficePlan plan)
    {
        var policy = Of(kind);
        return kind is ApprovalKind.FirstPartySignature or ApprovalKind.SecondPartySignature
            ? policy with
            {
                WorkingDays = plan.Agreement.SignatureDays,
            }
            : policy;
    }

    public static ApprovalPolicy Of(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.AgreementCheck => AgreementCheck(),
            ApprovalKind.FirstPartySignature => Signature("first-party", ActorRole.FirstParty, "check"),
            ApprovalKind.SecondPartySignature => Signature(
                "second-party",
                ActorRole.SecondParty,
                "check",
                "first-party"
            ),
            ApprovalKind.ReportSubmission => ReportSubmission(),
            ApprovalKind.ReportApproval => Check(
                "head",
                ActorRole.Approver,
                Decision.Approved,
                MessageKind.ReportSubmitted,
                "submit"
            ),
            ApprovalKind.ReportVerification => Check(
                "verify",
                ActorRole.Verifier,
                Decision.Verified,
                MessageKind.VerificationRequested,
                "submit",
                "head"
            ),
            ApprovalKind.AnnualReview => AnnualReview(),
            ApprovalKind.AnnualSignature => AnnualSignature(),
            ApprovalKind.QuarterReopening => QuarterReopening(),
            ApprovalKind.Narrative => Narrative(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of approval."),
        };

    private static ApprovalPolicy AgreementCheck() =>
        new(
            "check",
            ActorRole.Checker,
            Decision.Approved,
            CanReturn: true,
            NeedsCode: false,
            MessageKind.AgreementCheckRequested,
            MessageKind.ApprovalReminder,
            [1, 0],
            [new(1, EscalateTo.OfficeHead)],
            WorkingDays: 3
        );

    private static ApprovalPolicy ReportSubmission() =>
        new(
            "submit",
            ActorRole.Submitter,
            Decision.Submitted,
            CanReturn: false,
            NeedsCode: false,
            MessageKind.QuarterOpened,
            MessageKind.QuarterReminder,
            [5, 2, 0],
            [new(1, EscalateTo.Head), new(3, EscalateTo.Head), new(5, EscalateTo.OfficeHead)],
            WorkingDays: null
        );

    private static ApprovalPolicy AnnualReview() =>
        new(
            "review",
            ActorRole.Reviewer,
            Decision.Approved,
            CanReturn: true,
            NeedsCode: true,
            MessageKind.ReviewRequested,
            MessageKind.ApprovalReminder,
            [3, 0],
            [new(2, EscalateTo.Planner)],
            WorkingDays: 7
        );

    private static ApprovalPolicy AnnualSignature() =>
        new(
            "sign",
            ActorRole.Signatory,
            Decision.Signed,
            CanReturn: true,
            NeedsCode: true,
            MessageKind.AnnualReportSignatureRequested,
            MessageKind.ApprovalReminder,
            [2, 0],
            [new(1, EscalateTo.Planner)],
            WorkingDays: 5
        )
        {
            ApartFrom = ["review"],
        };

    // "ask" is no step of anybody's link: its claim row says who asked for the reopening.
    private static ApprovalPolicy QuarterReopening() =>
        new(
            "reopen",
            ActorRole.Approver,
            Decision.Approved,
            CanReturn: true,
            NeedsCode: true,
            MessageKind.ReopeningRequested,
            MessageKind.ApprovalReminder,
            [1, 0],
            [new(1, EscalateTo.Planner)],
            WorkingDays: 3
        )
        {
            ApartFrom = ["ask"],
        };

    private static ApprovalPolicy Narrative() =>
        new(
            "write",
            ActorRole.Writer,
            Decision.Submitted,
            CanReturn: false,
            NeedsCode: false,
            MessageKind.NarrativeRequested,
            MessageKind.NarrativeLate,
            [3, 0],
            [new(1, EscalateTo.Planner)],
            WorkingDays: 7
        );

    private static ApprovalPolicy Signature(string step, ActorRole role, params string[] apartFrom) =>
        new(
            step,
            role,
            Decision.Signed,
            CanReturn: true,
            NeedsCode: true,
            MessageKind.AgreementSignatureRequested,
            MessageKind.AgreementSignatureReminder,
            [7, 3, 0],
            [new(1, EscalateTo.Planner)],
            WorkingDays: 10
        )
        {
            ApartFrom = apartFrom,
        };

    private static ApprovalPolicy Check(
        string step,
        ActorRole role,
        Decision yes,
        MessageKind request,
        params string[] apartFrom
    ) =>
        new(
            step,
            role,
            yes,
            CanReturn: true,
            NeedsCode: false,
            request,
            MessageKind.ApprovalReminder,
            [1, 0],
            [new(1, EscalateTo.OfficeHead)],
            WorkingDays: 3
        )
        {
            ApartFrom = apartFrom,
        };
}
