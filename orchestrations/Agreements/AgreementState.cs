namespace Sakip.Agreements;

/// <summary>Where an agreement stands on its way (domain 4.4).</summary>
internal enum AgreementState
{
    Draft,

    /// <summary>With the accountability team for its check.</summary>
    Submitted,

    /// <summary>Returned, overdue or unsound: the planner corrects and drafts again.</summary>
    NeedsCorrection,

    /// <summary>Checked; the round of signatures is about to open.</summary>
    Approved,

    AwaitingFirstParty,
    AwaitingSecondParty,
    SignedByBoth,
    InForce,
    Superseded,
    Cancelled,
}
