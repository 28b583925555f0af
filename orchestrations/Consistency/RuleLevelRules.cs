using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>Every level that an office sets is that of a rule in the catalog.</summary>
internal static class RuleLevelRules
{
    public static void Check(OfficePlan plan, Faults faults)
    {
        for (var i = 0; i < plan.RuleLevels.Count; i++)
        {
            if (RuleCatalog.Rules.All(rule => rule.Code != plan.RuleLevels[i].Code))
                faults.Add($"$.ruleLevels[{i}].code", $"Aturan {plan.RuleLevels[i].Code} tidak dikenal.");
        }
    }
}
