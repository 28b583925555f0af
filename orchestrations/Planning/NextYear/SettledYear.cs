using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>A plan as its year ended: what was retired or dissolved is gone, and what passed on stands with who has it.</summary>
internal static class SettledYear
{
    public static OfficePlan Of(OfficePlan plan)
    {
        if (plan.Changes is null)
            return plan;
        var carriers = Carriers.On(plan, Quarter.Q4.LastDay(plan.Year));
        var terms = IndicatorTerms.On(plan, Quarter.Q4.LastDay(plan.Year));
        return plan with
        {
            Changes = null,
            SubUnits = [.. carriers.SubUnits()],
            Posts =
            [
                .. plan.Posts.Select(post =>
                    post with
                    {
                        SubUnit = post.SubUnit is { } subUnit ? carriers.SuccessorOf(subUnit) : null,
                    }
                ),
            ],
            Roles = [.. plan.Roles.Where(role => role.SubUnit is not { } subUnit || carriers.Stands(subUnit))],
            StrategicPlan = Strategic(terms.Plan(), carriers),
            AnnualPlan = plan.AnnualPlan with
            {
                Targets = [.. plan.AnnualPlan.Targets.Where(target => terms.Stands(target.Indicator))],
            },
            Budget = Of(plan, plan.Budget),
            Report = plan.Report with
            {
                Narratives =
                [
                    .. plan.Report.Narratives.Select(text =>
                        text with
                        {
                            Owner = text.Owner is { } owner ? carriers.SuccessorOf(owner) : null,
                        }
                    ),
                ],
            },
            ActionPlan =
            [
                .. plan
                    .ActionPlan.Where(item => terms.Stands(item.Indicator))
                    .Select(item => item with { SubUnit = carriers.Of(item) }),
            ],
            LevelIndicators = plan
                .LevelIndicators?.Select(one =>
                    one with
                    {
                        Card = one.Card with { SubUnit = carriers.SuccessorOf(one.Card.SubUnit) },
                    }
                )
                .ToList(),
            IndicatorLinks = plan
                .IndicatorLinks?.Where(link => terms.Stands(link.Indicator))
                .Select(link => Of(plan, link))
                .ToList(),
        };
    }

    /// <summary>A budget version of the plan with its last carriers, and with the indicators that stand.</summary>
    public static Budget Of(OfficePlan plan, Budget budget)
    {
        if (plan.Changes is null)
            return budget;
        var carriers = Carriers.On(plan, Quarter.Q4.LastDay(plan.Year));
        return budget with
        {
            Programmes =
            [
                .. budget.Programmes.Select(programme =>
                    programme with
                    {
                        Supports = [.. programme.Supports.SelectMany(code => Standing(plan, code)).Distinct()],
                        Activities =
                        [
                            .. programme.Activities.Select(activity =>
                                activity with
                                {
                                    SubActivities =
                                    [
                                        .. activity.SubActivities.Select(sub =>
                                            sub with
                                            {
                                                SubUnit = carriers.Of(sub),
                                            }
                                        ),
                                    ],
                                }
                            ),
                        ],
                    }
                ),
            ],
        };
    }

    private static StrategicPlan Strategic(StrategicPlan plan, Carriers carriers) =>
        plan with
        {
            Goals =
            [
                .. plan.Goals.Select(goal =>
                    goal with
                    {
                        Objectives =
                        [
                            .. goal.Objectives.Select(objective =>
                                objective with
                                {
                                    Indicators =
                                    [
                                        .. objective.Indicators.Select(one => one with { SubUnit = carriers.Of(one) }),
                                    ],
                                }
                            ),
                        ],
                    }
                ),
            ],
        };

    // A child of what was retired hangs on the one in its place, or on nothing.
    private static IndicatorLink Of(OfficePlan plan, IndicatorLink link) =>
        link.Parent is not { } parent ? link
        : Standing(plan, parent).FirstOrDefault() is { } standing ? link with { Parent = standing }
        : link with { Parent = null, Way = null, Weight = null };

    // What supported a retired indicator supports the one in its place.
    private static IEnumerable<string> Standing(OfficePlan plan, string indicator)
    {
        foreach (var change in plan.ChangesOf(YearChangeKind.StrategicPlan))
        {
            if (!change.Strategic!.Retired.Contains(indicator))
                continue;
            if (change.Strategic.Added.FirstOrDefault(one => one.Replaces == indicator)?.Code is not { } instead)
                return [];
            indicator = instead;
        }

        return [indicator];
    }
}
