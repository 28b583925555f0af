namespace Sakip.Planning;

/// <summary>What must hold of indicators above and below the objectives.</summary>
internal static class LevelRules
{
    private const string Root = "$.levelIndicators";

    public static void Check(OfficePlan plan, Faults faults)
    {
        var levels = plan.LevelIndicators ?? [];
        var subUnits = PlanRules.SubUnits(plan);
        for (var i = 0; i < levels.Count; i++)
        {
            var (one, path) = (levels[i], $"{Root}[{i}]");
            Element(plan, one, path, faults);
            IndicatorRules.Card(plan, one.Card, subUnits, path + ".card", faults);
            faults.Require(
                one.Target.Indicator == one.Card.Code,
                path + ".target.indicator",
                $"Target ini untuk indikator '{one.Target.Indicator}', sedangkan kartunya '{one.Card.Code}'. Samakan kodenya."
            );
            TargetRules.One(one.Target, one.Card, path + ".target", faults);
        }

        Codes(plan, levels, faults);
    }

    private static void Element(OfficePlan plan, LevelIndicator one, string path, Faults faults)
    {
        if (one.Level == IndicatorLevel.Objective)
        {
            faults.Add(
                path + ".level",
                $"Indikator sasaran ditulis di lembar {SheetNames.Indicators}, bukan di lembar {SheetNames.LevelIndicators}."
            );
            return;
        }

        // A plan whose budget comes later as a list is looked at again with it.
        var comesLater = one.Level > IndicatorLevel.Objective && !plan.Budget.SubActivities().Any();
        faults.Require(
            comesLater || Elements(plan, one.Level).Contains(one.Of),
            path + ".of",
            $"{LevelWords.Of(one.Level)} dengan kode '{one.Of}' tidak ada. Pilih kode dari lembar "
                + $"{(one.Level == IndicatorLevel.Goal ? SheetNames.Goals : SheetNames.Budget)}."
        );
    }

    // An indicator is known by its code alone, whatever its level.
    private static void Codes(OfficePlan plan, IReadOnlyList<LevelIndicator> levels, Faults faults)
    {
        faults.Unique(levels.Select(one => one.Card.Code), i => $"{Root}[{i}].card.code", "Kode indikator");
        var objectives = PlanRules.Indicators(plan);
        for (var i = 0; i < levels.Count; i++)
        {
            faults.Require(
                !objectives.Contains(levels[i].Card.Code),
                $"{Root}[{i}].card.code",
                $"Kode indikator '{levels[i].Card.Code}' sudah dipakai indikator sasaran. Beri kode lain, misalnya "
                    + $"'{Other(levels[i].Card.Code, plan)}'."
            );
        }
    }

    private static string Other(string code, OfficePlan plan) =>
        ProposedCode.Of(
            code,
            PlanRules.Indicators(plan).Concat((plan.LevelIndicators ?? []).Select(one => one.Card.Code))
        );

    /// <summary>Codes of what an indicator of the level may measure.</summary>
    private static IEnumerable<string> Elements(OfficePlan plan, IndicatorLevel level) =>
        level switch
        {
            IndicatorLevel.Goal => plan.StrategicPlan.Goals.Select(goal => goal.Code),
            IndicatorLevel.Objective => plan.StrategicPlan.Objectives().Select(objective => objective.Code),
            IndicatorLevel.Programme => plan.Budget.Programmes.Select(programme => programme.Code),
            IndicatorLevel.Activity => plan.Budget.Activities().Select(activity => activity.Code),
            _ => plan.Budget.SubActivities().Select(sub => sub.Code),
        };
}
