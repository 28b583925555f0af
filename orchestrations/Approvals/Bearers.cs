using Sakip.Planning;

namespace Sakip.Approvals;

/// <summary>Nobody holds the post or role that a step needs on its date.</summary>
internal sealed class NoBearerException(string message) : Storage.NeedsMendingException(message);

/// <summary>Who has to act on a step, from posts, appointments and roles on a date.</summary>
internal static class Bearers
{
    /// <summary>Those who may act on the step, first choice first.</summary>
    public static IReadOnlyList<Official> Eligible(OfficePlan plan, ApprovalKind kind, string? subUnit, DateOnly on)
    {
        var directory = new OfficeDirectory(plan);
        subUnit = Standing(plan, subUnit, on);
        return kind switch
        {
            ApprovalKind.AgreementCheck => Checkers(plan, directory, on),
            ApprovalKind.FirstPartySignature or ApprovalKind.AnnualSignature => Listed(directory.FirstParty(on)),
            ApprovalKind.SecondPartySignature => Listed(directory.SecondParty(on)),
            ApprovalKind.ReportSubmission => directory.Operators(subUnit!),
            // The head's superior stands in where the head has handed the report in.
            ApprovalKind.ReportApproval =>
            [
                .. Listed(directory.HeadOf(subUnit!, on)),
                .. Listed(directory.SubUnit(subUnit!) is { } found ? directory.SuperiorOf(found.HeadPost, on) : null),
            ],
            ApprovalKind.ReportVerification => directory.Verifiers(
                subUnit!,
                on,
                directory.Operators(subUnit!).FirstOrDefault()?.Code
            ),
            ApprovalKind.AnnualReview => directory.WithRole(OfficeRole.Inspector),
            ApprovalKind.QuarterReopening =>
            [
                .. Listed(directory.FirstParty(on)),
                .. Listed(directory.SecondParty(on)),
            ],
            ApprovalKind.Narrative => [.. subUnit is null ? [] : directory.Operators(subUnit), Planner(plan)],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of approval."),
        };
    }

    /// <summary>The one who acts; null where the post is vacant or everybody entitled has acted on it before.</summary>
    /// <param name="acted">Codes of those who decided an earlier step: nobody checks or approves their own work.</param>
    public static Official? Find(
        OfficePlan plan,
        ApprovalKind kind,
        string? subUnit,
        DateOnly on,
        IReadOnlyCollection<string> acted
    ) => Eligible(plan, kind, subUnit, on).FirstOrDefault(official => !acted.Contains(official.Code));

    /// <exception cref="NoBearerException">The post is vacant or the role is nobody's.</exception>
    public static Official Of(OfficePlan plan, ApprovalKind kind, string? subUnit, DateOnly on) =>
        Find(plan, kind, subUnit, on, [])
        ?? throw new NoBearerException($"Nobody can act on {kind} {subUnit} on {on:O}.");

    /// <summary>
    /// Who bears an open step now. A step of a post goes to its holder; one of a role stays with its bearer as long as
    /// the role does.
    /// </summary>
    public static Official? Now(
        OfficePlan plan,
        ApprovalKind kind,
        string? subUnit,
        DateOnly on,
        IReadOnlyCollection<string> acted,
        string bearer
    )
    {
        var first = Find(plan, kind, subUnit, on, acted);
        var isOfRole =
            kind
            is ApprovalKind.AgreementCheck
                or ApprovalKind.ReportSubmission
                or ApprovalKind.ReportVerification
                or ApprovalKind.AnnualReview
                or ApprovalKind.Narrative;
        return isOfRole && !acted.Contains(bearer)
            ? Eligible(plan, kind, subUnit, on).FirstOrDefault(official => official.Code == bearer) ?? first
            : first;
    }

    /// <exception cref="NoBearerException">The post is vacant or the role is nobody's.</exception>
    public static Official Above(OfficePlan plan, EscalateTo to, string? subUnit, DateOnly on)
    {
        var directory = new OfficeDirectory(plan);
        subUnit = Standing(plan, subUnit, on);
        var above = to switch
        {
            EscalateTo.Head => directory.HeadOf(subUnit!, on)?.Official,
            EscalateTo.OfficeHead => directory.FirstParty(on)?.Official,
            EscalateTo.Planner => Planner(plan),
            _ => throw new ArgumentOutOfRangeException(nameof(to), to, "Unknown addressee."),
        };
        // A vacant post above must not stop the ladder: the planner hears of it instead.
        return above ?? Planner(plan);
    }

    /// <exception cref="NoBearerException">The plan names no planner.</exception>
    public static Official Planner(OfficePlan plan) =>
        new OfficeDirectory(plan).WithRole(OfficeRole.Planner).FirstOrDefault()
        ?? throw new NoBearerException("The plan names no planner.");

    // Of the accountability team, and neither a planner, who drafts, nor a party, who signs.
    private static Official[] Checkers(OfficePlan plan, OfficeDirectory directory, DateOnly on)
    {
        string?[] others =
        [
            .. plan.Roles.Where(role => role.Role == OfficeRole.Planner).Select(role => role.Official),
            directory.FirstParty(on)?.Official.Code,
            directory.SecondParty(on)?.Official.Code,
        ];
        return
        [
            .. plan
                .Roles.Where(role => role.Role == OfficeRole.Verifier)
                .OrderBy(role => role.SubUnit is not null)
                .Select(role => directory.Official(role.Official))
                .OfType<Official>()
                .Where(official => !others.Contains(official.Code))
                .DistinctBy(official => official.Code),
        ];
    }

    /// <summary>The head of the sub-unit on a date; nobody where the post is vacant.</summary>
    public static IReadOnlyList<Official> HeadIfAny(OfficePlan plan, string subUnit, DateOnly on) =>
        Listed(new OfficeDirectory(plan).HeadOf(Standing(plan, subUnit, on)!, on));

    /// <summary>Operators of the sub-unit beside the one who bears the link.</summary>
    public static IEnumerable<Official> OtherOperators(OfficePlan plan, string subUnit, string bearer, DateOnly on) =>
        new OfficeDirectory(plan).Operators(Standing(plan, subUnit, on)!).Where(official => official.Code != bearer);

    // What an ended sub-unit still owes is its successor's to do.
    private static string? Standing(OfficePlan plan, string? subUnit, DateOnly on) =>
        subUnit is null ? null : Carriers.On(plan, on).SuccessorOf(subUnit);

    private static Official[] Listed(PostHolder? holder) => holder is null ? [] : [holder.Official];
}
