using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>What holds for a kind of step: its name in ids, what may be decided, who is told what and when.</summary>
internal sealed record ApprovalPolicy
{
    /// <summary>Name in row keys and instance ids, at most 16 characters.</summary>
    public required string Step { get; init; }

    /// <summary>The part in which its bearer decides.</summary>
    public required ActorRole Role { get; init; }

    /// <summary>The decision that lets the subject go on.</summary>
    public required Decision Yes { get; init; }

    public required bool CanReturn { get; init; }

    /// <summary>The bearer also proves the mailbox by a one-time code.</summary>
    public required bool NeedsCode { get; init; }

    public required MessageKind Request { get; init; }

    public required MessageKind Reminder { get; init; }

    /// <summary>Working days before the due day on which a reminder goes out, latest last.</summary>
    public required IReadOnlyList<int> RemindBefore { get; init; }

    /// <summary>Working days after the due day on which somebody above is told.</summary>
    public required IReadOnlyList<Escalation> EscalateAfter { get; init; }

    /// <summary>Working days until the due day; null where a window sets it.</summary>
    public required int? WorkingDays { get; init; }

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
        new()
        {
            Step = "check",
            Role = ActorRole.Checker,
            Yes = Decision.Approved,
            CanReturn = true,
            NeedsCode = false,
            Request = MessageKind.AgreementCheckRequested,
            Reminder = MessageKind.ApprovalReminder,
            RemindBefore = [1, 0],
            EscalateAfter = [new(1, EscalateTo.OfficeHead)],
            WorkingDays = 3,
        };

    private static ApprovalPolicy ReportSubmission() =>
        new()
        {
            Step = "submit",
            Role = ActorRole.Submitter,
            Yes = Decision.Submitted,
            CanReturn = false,
            NeedsCode = false,
            Request = MessageKind.QuarterOpened,
            Reminder = MessageKind.QuarterReminder,
            RemindBefore = [5, 2, 0],
            EscalateAfter = [new(1, EscalateTo.Head), new(3, EscalateTo.Head), new(5, EscalateTo.OfficeHead)],
            WorkingDays = null,
        };

    private static ApprovalPolicy AnnualReview() =>
        new()
        {
            Step = "review",
            Role = ActorRole.Reviewer,
            Yes = Decision.Approved,
            CanReturn = true,
            NeedsCode = true,
            Request = MessageKind.ReviewRequested,
            Reminder = MessageKind.ApprovalReminder,
            RemindBefore = [3, 0],
            EscalateAfter = [new(2, EscalateTo.Planner)],
            WorkingDays = 7,
        };

    private static ApprovalPolicy AnnualSignature() =>
        new()
        {
            Step = "sign",
            Role = ActorRole.Signatory,
            Yes = Decision.Signed,
            CanReturn = true,
            NeedsCode = true,
            Request = MessageKind.AnnualReportSignatureRequested,
            Reminder = MessageKind.ApprovalReminder,
            RemindBefore = [2, 0],
            EscalateAfter = [new(1, EscalateTo.Planner)],
            WorkingDays = 5,
            ApartFrom = ["review"],
        };

    // "ask" is no step of anybody's link: its claim row says who asked for the reopening.
    private static ApprovalPolicy QuarterReopening() =>
        new()
        {
            Step = "reopen",
            Role = ActorRole.Approver,
            Yes = Decision.Approved,
            CanReturn = true,
            NeedsCode = true,
            Request = MessageKind.ReopeningRequested,
            Reminder = MessageKind.ApprovalReminder,
            RemindBefore = [1, 0],
            EscalateAfter = [new(1, EscalateTo.Planner)],
            WorkingDays = 3,
            ApartFrom = ["ask"],
        };

    private static ApprovalPolicy Narrative() =>
        new()
        {
            Step = "write",
            Role = ActorRole.Writer,
            Yes = Decision.Submitted,
            CanReturn = false,
            NeedsCode = false,
            Request = MessageKind.NarrativeRequested,
            Reminder = MessageKind.NarrativeLate,
            RemindBefore = [3, 0],
            EscalateAfter = [new(1, EscalateTo.Planner)],
            WorkingDays = 7,
        };

    private static ApprovalPolicy Signature(string step, ActorRole role, params string[] apartFrom) =>
        new()
        {
            Step = step,
            Role = role,
            Yes = Decision.Signed,
            CanReturn = true,
            NeedsCode = true,
            Request = MessageKind.AgreementSignatureRequested,
            Reminder = MessageKind.AgreementSignatureReminder,
            RemindBefore = [7, 3, 0],
            EscalateAfter = [new(1, EscalateTo.Planner)],
            WorkingDays = 10,
            ApartFrom = apartFrom,
        };

    private static ApprovalPolicy Check(
        string step,
        ActorRole role,
        Decision yes,
        MessageKind request,
        params string[] apartFrom
    ) =>
        new()
        {
            Step = step,
            Role = role,
            Yes = yes,
            CanReturn = true,
            NeedsCode = false,
            Request = request,
            Reminder = MessageKind.ApprovalReminder,
            RemindBefore = [1, 0],
            EscalateAfter = [new(1, EscalateTo.OfficeHead)],
            WorkingDays = 3,
            ApartFrom = apartFrom,
        };
}
