namespace Sakip.Notifications;

/// <summary>What a message asks for or tells; each kind has its own text.</summary>
public enum MessageKind
{
    AgreementSignatureRequested,
    AgreementSignatureReminder,
    AgreementInForce,
    AgreementReturned,
    AgreementOverdue,
    AgreementDeadlineNear,
    AgreementRevisionNeeded,
    OneTimeCode,
    QuarterOpened,
    QuarterReminder,
    QuarterLate,
    QuarterEscalated,

    /// <summary>A sub-unit's report is in; its head is asked to approve it.</summary>
    ReportSubmitted,
    VerificationRequested,
    ReportReturned,
    ReportVerified,
    WindowExtended,
    AchievementLow,
    EvidenceRejected,
    NarrativeRequested,
    NarrativeLate,
    BlockingFinding,
    AnnualReportDeadline,
    ReviewRequested,
    ReviewReturned,
    ReviewCompleted,
    AnnualReportSignatureRequested,
    AnnualReportPublished,
    ApprovalReminder,
    ApprovalOverdue,
    RecommendationDue,
    CertificateExpiring,
    Delegated,
    SignInCode,

    /// <summary>A finding was explained; a verifier is to accept or reject the explanation.</summary>
    FindingExplained,
    FindingRuled,
    AgreementCheckRequested,

    /// <summary>One party has signed.</summary>
    AgreementSigned,
    AgreementSignatureFailed,

    /// <summary>A step is open whose post or role nobody holds.</summary>
    PostVacant,

    /// <summary>The same request with a new link; the former one holds no longer.</summary>
    LinkReissued,
    AgreementCancelled,
    ReopeningRequested,
    QuarterReopened,

    /// <summary>The annual report waits for its planner: texts did not come, or a section could not be built.</summary>
    ReportHeld,

    /// <summary>The superior is another than the one who signed the agreement; it stands unless the planner asks.</summary>
    SuperiorChanged,

    /// <summary>A budget version changes no figure of the agreement; none has to be signed.</summary>
    BudgetNoted,

    /// <summary>Many sign-in codes were asked for a mailbox: its owner is told, once a day.</summary>
    SignInCodesMany,

    /// <summary>Several texts of the report are asked of one person at the same time.</summary>
    NarrativesRequested,

    /// <summary>Several steps of one person are reminded of on the same day.</summary>
    StepsReminder,

    /// <summary>What is past its due day, for the planner, once a week.</summary>
    StepsLate,

    /// <summary>A reviewer has handed the review over to a colleague, with what is filled in so far.</summary>
    ReviewHandedOver,

    /// <summary>Agreements of posts wait for one person, all on one page; one letter a day at most.</summary>
    AgreementsRequested,
}

internal static class MessageKinds
{
    /// <summary>A code is waited for by someone in front of a page, and proves a mailbox: mail only, at once.</summary>
    public static bool IsCode(this MessageKind kind) => kind is MessageKind.OneTimeCode or MessageKind.SignInCode;
}
