namespace Sakip.Approvals;

/// <summary>The steps on which a person decides through a link.</summary>
internal enum ApprovalKind
{
    FirstPartySignature,
    SecondPartySignature,
    ReportSubmission,
    ReportApproval,
    ReportVerification,
    AnnualReview,
    AnnualSignature,

    /// <summary>An agreement's draft is checked before it goes to its parties.</summary>
    AgreementCheck,
    QuarterReopening,

    /// <summary>A text of the annual report, asked from its owner.</summary>
    Narrative,
}
