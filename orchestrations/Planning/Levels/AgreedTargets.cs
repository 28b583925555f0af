namespace Sakip.Planning;

internal static class AgreedTargets
{
    /// <summary>The plan with the targets that were agreed on in place of those with which the year began.</summary>
    public static OfficePlan WithTargets(this OfficePlan plan, IReadOnlyList<AnnualTarget> agreed)
    {
        var targets = agreed.DistinctBy(target => target.Indicator).ToDictionary(target => target.Indicator);
        return plan with
        {
            AnnualPlan = plan.AnnualPlan with
            {
                Targets =
                [
                    .. plan.AnnualPlan.Targets.Select(target => targets.GetValueOrDefault(target.Indicator) ?? target),
                ],
            },
        };
    }
}
