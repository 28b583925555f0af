using Sakip.Planning;

namespace Sakip.Approvals;

/// <summary>Nobody holds the post or role that a step needs on its date.</summary>
public sealed class NoBearerException(string message) : Exception(message);

/// <summary>Who has to act on a step, from posts, appointments and roles on a date.</summary>
public static class Bearers
{
    /// <exception cref="NoBearerException">The post is vacant or the role is nobody's.</exception>
    public static Official Of(OfficePlan plan, ApprovalKind kind, string? subUnit, DateOnly on)
    {
        var directory = new OfficeDirectory(plan);
        var bearer = kind switch
        {
            ApprovalKind.FirstPartySignature or ApprovalKind.AnnualSignature => directory.FirstParty(on)?.Official,
            ApprovalKind.SecondPartySignature => directory.SecondParty(on)?.Official,
            ApprovalKind.ReportSubmission => Operator(directory, subUnit!),
            ApprovalKind.ReportApproval => directory.HeadOf(subUnit!, on)?.Official,
            ApprovalKind.ReportVerification =>
                directory.Verifiers(subUnit!, on, Operator(directory, subUnit!)?.Code).FirstOrDefault(),
            ApprovalKind.AnnualReview => directory.WithRole(OfficeRole.Inspector).FirstOrDefault(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of approval."),
        };
        return bearer ?? throw new NoBearerException($"Nobody can act on {kind} {subUnit} on {on:O}.");
    }

    /// <exception cref="NoBearerException">The post is vacant or the role is nobody's.</exception>
    public static Official Above(OfficePlan plan, EscalateTo to, string? subUnit, DateOnly on)
    {
        var directory = new OfficeDirectory(plan);
        var above = to switch
        {
            EscalateTo.Head => directory.HeadOf(subUnit!, on)?.Official,
            EscalateTo.OfficeHead => directory.FirstParty(on)?.Official,
            EscalateTo.Planner => Planner(plan),
            _ => throw new ArgumentOutOfRangeException(nameof(to), to, "Unknown addressee."),
        };
        return above ?? throw new NoBearerException($"Nobody is {to} of {subUnit} on {on:O}.");
    }

    /// <exception cref="NoBearerException">The plan names no planner.</exception>
    public static Official Planner(OfficePlan plan) =>
        new OfficeDirectory(plan).WithRole(OfficeRole.Planner).FirstOrDefault()
        ?? throw new NoBearerException("The plan names no planner.");

    private static Official? Operator(OfficeDirectory directory, string subUnit) =>
        directory.Operators(subUnit).FirstOrDefault();
}
