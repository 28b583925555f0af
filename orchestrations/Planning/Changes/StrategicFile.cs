namespace Sakip.Planning;

/// <summary>
/// Reads a change of the strategic plan from the plan's export, as the pages ask for it. The export holds what was retired
/// and the targets with which the year began; neither is asked for by sending it back.
/// </summary>
internal static class StrategicFile
{
    /// <summary>Refuses a plan of another office or of another year; null where it is this one's.</summary>
    public static PlanError? Elsewhere(OfficePlan given, OfficePlan plan) =>
        given.Office == plan.Office ? null : ImportDesk.Elsewhere(given, plan.Unit.Code, plan.Year);

    /// <param name="from">The change's first day.</param>
    public static StrategicCall Call(OfficePlan given, OfficePlan plan, DateOnly from)
    {
        var terms = IndicatorTerms.On(plan, from);
        var gone = PlanRules.Indicators(plan).Where(code => !terms.Stands(code)).ToHashSet();
        var planned = plan
            .AnnualPlan.Targets.DistinctBy(target => target.Indicator)
            .ToDictionary(target => target.Indicator);
        return new StrategicCall
        {
            StrategicPlan = Without(given.StrategicPlan, gone),
            Targets =
            [
                .. given.AnnualPlan.Targets.Where(target =>
                    !gone.Contains(target.Indicator)
                    && !(
                        planned.TryGetValue(target.Indicator, out var begun)
                        && StrategicDifference.IsSame(begun, target)
                    )
                ),
            ],
        };
    }

    private static StrategicPlan Without(StrategicPlan tree, HashSet<string> gone) =>
        gone.Count == 0
            ? tree
            : tree with
            {
                Goals =
                [
                    .. tree
                        .Goals.Select(goal => goal with { Objectives = [.. Without(goal, gone)] })
                        .Where(goal => goal.Objectives.Count > 0),
                ],
            };

    private static IEnumerable<Objective> Without(Goal goal, HashSet<string> gone) =>
        goal
            .Objectives.Where(objective =>
                objective.Indicators.Count == 0 || objective.Indicators.Any(one => !gone.Contains(one.Code))
            )
            .Select(objective =>
                objective with
                {
                    Indicators = [.. objective.Indicators.Where(one => !gone.Contains(one.Code))],
                }
            );
}
