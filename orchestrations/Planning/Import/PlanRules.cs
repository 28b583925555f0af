namespace Sakip.Planning;

/// <summary>What must hold inside a plan, beyond its form.</summary>
internal static class PlanRules
{
    public static IReadOnlyList<PlanError> Check(OfficePlan plan, IReadOnlyList<PlanCheck> checks)
    {
        var faults = new Faults();
        if (plan.Year is < 2000 or > 2100)
            return [new PlanError("$.year", "Tahun harus antara 2000 dan 2100.")];
        OrganisationRules.Check(plan, faults);
        PeopleRules.Check(plan, faults);
        StrategicPlanRules.Check(plan, faults);
        BudgetRules.Check(plan.Budget, plan, "$.budget", faults);
        faults.Require(plan.Budget.Sequence == 0, "$.budget.sequence", "Anggaran murni bernomor urut 0.");
        LevelRules.Check(plan, faults);
        LinkRules.Check(plan, faults);
        CalendarRules.Check(plan, faults);
        ActionPlanRules.Check(plan, faults);
        CalculationRules.Check(plan, faults);
        ReportRules.Check(plan, faults);
        foreach (var check in checks)
            check(plan, faults);
        return faults.All;
    }

    public static IReadOnlySet<string> SubUnits(OfficePlan plan) => plan.SubUnits.Select(unit => unit.Code).ToHashSet();

    public static IReadOnlySet<string> Posts(OfficePlan plan) => plan.Posts.Select(post => post.Code).ToHashSet();

    public static IReadOnlySet<string> Officials(OfficePlan plan) =>
        plan.Officials.Select(official => official.Code).ToHashSet();

    public static IReadOnlySet<string> Indicators(OfficePlan plan) =>
        plan.StrategicPlan.Indicators().Select(indicator => indicator.Code).ToHashSet();
}

internal static class CalculationRules
{
    public static void Check(OfficePlan plan, Faults faults)
    {
        var policy = plan.Policy;
        faults.Require(policy.Version >= 1, "$.policy.version", "Versi dimulai dari 1.");
        Decimals(policy.DefaultDecimals, "$.policy.defaultDecimals", faults);
        foreach (var (table, decimals) in policy.Decimals)
        {
            Decimals(decimals, $"$.policy.decimals[\"{table}\"]", faults);
        }

        Percent(policy.LowAbsorption, "$.policy.lowAbsorption", faults);
        Percent(policy.SupportsFrom, "$.policy.supportsFrom", faults);
        foreach (var fault in RatingScales.Validate(plan.RatingScale))
            faults.Add("$.ratingScale.bands", fault);
        faults.Unique(
            plan.RatingScale.Bands.Select(band => band.Label),
            i => $"$.ratingScale.bands[{i}].label",
            "Label"
        );
    }

    private static void Decimals(int decimals, string path, Faults faults) =>
        faults.Require(decimals is >= 0 and <= 6, path, "Banyaknya desimal 0 sampai 6.");

    private static void Percent(decimal value, string path, Faults faults) =>
        faults.Require(value is >= 0m and <= 100m, path, "Persentase 0 sampai 100.");
}
