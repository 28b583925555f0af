using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>Who may explain a finding, and who may accept the explanation. They are two people.</summary>
internal static class FindingRights
{
    private static readonly OfficeRole[] Explainers =
    [
        OfficeRole.Planner,
        OfficeRole.Operator,
        OfficeRole.BudgetManager,
        OfficeRole.Verifier,
    ];

    public static bool MayExplain(OfficePlan plan, string official, DateOnly on)
    {
        return plan.Roles.Any(role => role.Official == official && Explainers.Contains(role.Role))
            || IsHead(plan, official, on);
    }

    /// <summary>Verifiers and the head of the office.</summary>
    public static bool MayRule(OfficePlan plan, string official, DateOnly on)
    {
        return plan.Roles.Any(role => role.Official == official && role.Role == OfficeRole.Verifier)
            || new OfficeDirectory(plan).FirstParty(on)?.Official.Code == official;
    }

    private static bool IsHead(OfficePlan plan, string official, DateOnly on)
    {
        var directory = new OfficeDirectory(plan);
        return directory.FirstParty(on)?.Official.Code == official
            || plan.SubUnits.Any(subUnit => directory.HeadOf(subUnit.Code, on)?.Official.Code == official);
    }
}
