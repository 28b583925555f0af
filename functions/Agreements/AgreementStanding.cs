using Sakip.Agreements;
using Sakip.Signing;

namespace Sakip.Functions.Agreements;

internal sealed record AgreementStanding(
    int Revision,
    AgreementState State,
    int Attempt,
    string? Note,
    string? Hash,
    DateOnly? InForceSince,
    string? WaitingFor,
    DateTimeOffset? WaitingSince,
    IReadOnlyList<SignatureRecord> Signatures
);
