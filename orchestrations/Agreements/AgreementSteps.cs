using Sakip.Approvals;

namespace Sakip.Agreements;

/// <summary>The states that an agreement goes through with its steps.</summary>
internal sealed class AgreementSteps : IStepRules
{
    public IReadOnlyList<ApprovalKind> Kinds { get; } =
    [ApprovalKind.AgreementCheck, ApprovalKind.FirstPartySignature, ApprovalKind.SecondPartySignature];

    public string? WhenOpened(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.AgreementCheck => nameof(AgreementState.Submitted),
            ApprovalKind.FirstPartySignature => nameof(AgreementState.AwaitingFirstParty),
            _ => nameof(AgreementState.AwaitingSecondParty),
        };

    public string After(ApprovalKind kind, Decision decision) =>
        (kind, decision) switch
        {
            (_, Decision.Returned) => nameof(AgreementState.NeedsCorrection),
            (ApprovalKind.AgreementCheck, _) => nameof(AgreementState.Approved),
            (ApprovalKind.FirstPartySignature, _) => nameof(AgreementState.AwaitingSecondParty),
            _ => nameof(AgreementState.SignedByBoth),
        };
}
