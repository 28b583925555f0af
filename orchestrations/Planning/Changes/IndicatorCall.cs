namespace Sakip.Planning;

/// <summary>
/// Writes the change of one indicator as the whole tree that a strategic change asks for: nobody exports a plan to take out
/// one row or to mend its name.
/// </summary>
internal static class IndicatorCall
{
    /// <param name="from">The change's first day: what stands then is what is changed.</param>
    /// <param name="name">The indicator's new name; null retires it.</param>
    public static StrategicCall Of(OfficePlan plan, DateOnly from, string indicator, string? name)
    {
        var standing = IndicatorTerms.On(plan, from).Plan();
        return new StrategicCall
        {
            StrategicPlan = standing with
            {
                Goals =
                [
                    .. standing
                        .Goals.Select(goal =>
                            goal with
                            {
                                Objectives =
                                [
                                    .. goal.Objectives.Select(one => Changed(one, indicator, name)).OfType<Objective>(),
                                ],
                            }
                        )
                        .Where(goal => goal.Objectives.Count > 0),
                ],
            },
        };
    }

    // An objective that loses its only indicator goes with it.
    private static Objective? Changed(Objective objective, string indicator, string? name)
    {
        if (objective.Indicators.All(one => one.Code != indicator))
            return objective;
        var left = objective
            .Indicators.Where(one => name is not null || one.Code != indicator)
            .Select(one => one.Code == indicator ? one with { Name = name! } : one)
            .ToList();
        return left.Count == 0 ? null : objective with { Indicators = left };
    }
}
