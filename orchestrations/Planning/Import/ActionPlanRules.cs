namespace Sakip.Planning;

internal static class ActionPlanRules
{
    private const int QuartersOfYear = 4;

    public static void Check(OfficePlan plan, Faults faults)
    {
        faults.Unique(plan.ActionPlan.Select(item => item.Code), i => $"$.actionPlan[{i}].code", "Kode");
        var subActivities = plan.Budget.SubActivities().Select(sub => sub.Code).ToHashSet();
        for (var i = 0; i < plan.ActionPlan.Count; i++)
        {
            var (item, path) = (plan.ActionPlan[i], $"$.actionPlan[{i}]");
            faults.Code(item.Code, path + ".code");
            faults.Text(item.Action, path + ".action");
            faults.Known(item.Indicator, PlanRules.Indicators(plan), path + ".indicator", "Indikator");
            faults.Known(item.SubUnit, PlanRules.SubUnits(plan), path + ".subUnit", "Sub-unit");
            if (item.SubActivity is { } sub)
                faults.Known(sub, subActivities, path + ".subActivity", "Sub kegiatan");
            faults.Require(
                item.Quarterly.Count == QuartersOfYear && item.Quarterly.All(target => target is >= 0m and <= 100m),
                path + ".quarterly",
                "Isi empat target triwulan, masing-masing 0 sampai 100 persen."
            );
        }
    }
}
