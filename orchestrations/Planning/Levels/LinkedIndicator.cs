namespace Sakip.Planning;

/// <summary>An indicator of any level as the tree sees it.</summary>
/// <param name="Of">Code of the goal, objective, programme, activity or sub-activity that it measures.</param>
/// <param name="Target">This year's target; null where the plan has none.</param>
internal sealed record LinkedIndicator(IndicatorLevel Level, string Of, Indicator Card, AnnualTarget? Target)
{
    public string Code => Card.Code;

    /// <summary>Every indicator of a plan by its code: those of the objectives, and those of the other levels.</summary>
    public static IReadOnlyDictionary<string, LinkedIndicator> All(OfficePlan plan)
    {
        var targets = plan.AnnualPlan.Targets.DistinctBy(target => target.Indicator).ToDictionary(one => one.Indicator);
        return plan
            .StrategicPlan.Objectives()
            .SelectMany(objective =>
                objective.Indicators.Select(card => new LinkedIndicator(
                    IndicatorLevel.Objective,
                    objective.Code,
                    card,
                    targets.GetValueOrDefault(card.Code)
                ))
            )
            .Concat(
                (plan.LevelIndicators ?? []).Select(one => new LinkedIndicator(one.Level, one.Of, one.Card, one.Target))
            )
            .DistinctBy(one => one.Code)
            .ToDictionary(one => one.Code);
    }
}
