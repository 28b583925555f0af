using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>An agreement about to be signed.</summary>
/// <param name="Budget">The budget version that the agreement names.</param>
/// <param name="Latest">The latest budget version that there is.</param>
/// <param name="On">Day on which the agreement is or would be signed.</param>
/// <param name="TargetReasons">Why a target lies below the last result, by indicator code.</param>
internal sealed record AgreementCase(
    OfficePlan Plan,
    AgreementTerms Terms,
    Budget Budget,
    Budget Latest,
    DateOnly On,
    IReadOnlyDictionary<string, string>? TargetReasons = null
);
