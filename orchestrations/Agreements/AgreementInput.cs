using System.Text.Json.Serialization;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <param name="Revision">0 for the year's first agreement, 1 and on for revisions.</param>
/// <param name="Trace">The trace of the request that it follows from.</param>
/// <param name="Post">The post whose holder promises; null for the office's own agreement.</param>
internal sealed record AgreementInput(
    string Unit,
    int Year,
    int Revision,
    int Attempt = 1,
    string? Trace = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Post = null
)
{
    internal OfficeYear Office => new(Unit, Year);

    internal AgreementSubject Subject => new(Office, Revision, Post);
}

/// <summary>What drafting gave.</summary>
/// <param name="IsSound">False when a blocking finding stands in the way of signing.</param>
/// <param name="IsCancelled">True when the planner cancelled the agreement instead of correcting it.</param>
/// <param name="IsSuperseded">A later attempt was drafted before: a cycle that is built again goes on there.</param>
/// <param name="Outcome">The agreement was put in force before; nothing is left to do.</param>
internal sealed record AgreementDraft(
    bool IsSound,
    string? DocumentHash,
    int Blockers,
    bool IsCancelled = false,
    bool IsSuperseded = false,
    AgreementOutcome? Outcome = null
);

/// <summary>How a signing ended.</summary>
/// <param name="DocumentHash">Hash of the document that both parties signed; null when it was cancelled.</param>
/// <param name="Below">Agreements of posts that waited for this one.</param>
internal sealed record AgreementOutcome(
    int Revision,
    string? DocumentHash,
    DateOnly? SignedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<WaitingBelow>? Below = null
);

/// <summary>A checked agreement that waits for its superior's.</summary>
internal sealed record WaitingBelow(string Instance, int Attempt);

/// <summary>Whether the superior's agreement is in force, so that who is below may sign.</summary>
internal sealed record SuperiorStanding(bool IsInForce);

/// <summary>Says that the superior's agreement is in force.</summary>
internal sealed record SuperiorSignal;

/// <summary>Hands a draft back to the planner.</summary>
internal sealed record AgreementHandBack(AgreementInput Agreement, AgreementHandBackReason Reason, string? Note);

/// <summary>Why a draft goes back. Instances of earlier releases carry the same words in small letters.</summary>
internal enum AgreementHandBackReason
{
    /// <summary>A finding stands in the way.</summary>
    Blocked,

    /// <summary>A party cannot sign yet.</summary>
    Certificate,
    Returned,
    Expired,
}

/// <summary>Asks whether the person of a step can sign at all.</summary>
internal sealed record SignerCheck(AgreementInput Agreement, ApprovalKind Party);

/// <param name="Problem">What the signer or planner has to do first; null when nothing stands in the way.</param>
internal sealed record SignerReadiness(string? Problem = null);

/// <summary>Says that the planner wants a new draft, or none.</summary>
internal sealed record RedraftSignal(string? Reason = null);
