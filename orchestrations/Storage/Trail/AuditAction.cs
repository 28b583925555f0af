namespace Sakip.Storage;

/// <summary>
/// What can be done to an office-year, by the names that the audit chain carries. The chain is append-only: names are
/// added, never changed. What earlier releases wrote instead is in <c>AuditVocabulary</c>.
/// </summary>
internal enum AuditAction
{
    ImportPlan,
    ChangePlan,
    ReviseBudget,
    ImportRealisation,
    ReplaceLogo,
    EraseContact,

    DraftAgreement,
    RedraftAgreement,
    HandBackAgreement,
    PutAgreementInForce,
    CancelAgreement,
    CallForRevision,

    /// <summary>Agreements of the posts below the head are called for.</summary>
    DraftPostAgreements,

    /// <summary>A budget version asked for no revised agreement.</summary>
    NoteBudget,

    OpenApproval,
    MoveApproval,
    EscalateApproval,
    Remind,
    SendCode,
    ReissueLink,
    WithdrawLink,
    Delegate,
    ResendLetter,
    SignatureFailed,

    /// <summary>This and the next five are a person's decision on a step, and the deadline's.</summary>
    Signed,
    Submitted,
    Approved,
    Verified,
    Returned,
    Expired,

    /// <summary>A sender takes back what the head has not yet looked into.</summary>
    TakeBackReport,

    AddEvidence,
    RefuseEvidence,
    DeleteEvidence,
    RejectEvidence,

    LockQuarter,
    HoldQuarter,
    RecheckQuarter,
    ExtendWindow,
    AskReopening,
    ReopenQuarter,
    RefuseReopening,

    CheckConsistency,
    ExplainFinding,
    AcceptedFinding,
    RejectedFinding,

    AssembleReport,
    HandBackReport,
    RecheckReport,
    PublishReport,
    StartCorrection,

    WarnOfCertificate,
    WarnOfDeadline,
    WarnOfLowAchievement,
    RemindOfDeadline,
    TellOfSuperior,

    AddWebhook,
    RenewWebhookSecret,
    RemoveWebhook,
}
