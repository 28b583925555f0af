namespace Sakip.Planning;

/// <summary>
/// The wanted tree with what was retired kept in it, at its own place, so that its figures stay readable. A kept indicator
/// takes its name and place from it, and its targets by year where the strategic plan itself is another: whoever sends an
/// old export takes back nothing that others changed since.
/// </summary>
internal static class StrategicMerge
{
    public static StrategicPlan Of(StrategicPlan before, StrategicPlan wanted, StrategicChange change)
    {
        wanted = Kept(before, wanted, isOther: change.Former is not null);
        var taken = wanted.Indicators().Select(one => one.Code).ToHashSet();
        var goals = wanted.Goals.ToList();
        foreach (var goal in before.Goals)
        {
            var left = goal
                .Objectives.Select(objective =>
                    objective with
                    {
                        Indicators = [.. objective.Indicators.Where(one => !taken.Contains(one.Code))],
                    }
                )
                .Where(objective => objective.Indicators.Count > 0)
                .ToList();
            if (left.Count > 0)
                Put(goals, goal, left);
        }

        return wanted with
        {
            Goals = goals,
        };
    }

    private static void Put(List<Goal> goals, Goal old, List<Objective> left)
    {
        var at = goals.FindIndex(goal => goal.Code == old.Code);
        if (at < 0)
        {
            // An objective that moved to another goal keeps its retired indicators with it.
            var elsewhere = left.Where(one => goals.Any(goal => goal.Objectives.Any(now => now.Code == one.Code)))
                .ToList();
            foreach (var objective in elsewhere)
                Join(goals, objective);
            if (left.Except(elsewhere).ToList() is { Count: > 0 } rest)
                goals.Add(old with { Objectives = rest });
            return;
        }

        foreach (var objective in left)
        {
            if (!Join(goals, objective))
                goals[at] = goals[at] with { Objectives = [.. goals[at].Objectives, objective] };
        }
    }

    private static bool Join(List<Goal> goals, Objective retired)
    {
        for (var i = 0; i < goals.Count; i++)
        {
            if (goals[i].Objectives.All(one => one.Code != retired.Code))
                continue;
            goals[i] = goals[i] with
            {
                Objectives =
                [
                    .. goals[i]
                        .Objectives.Select(one =>
                            one.Code == retired.Code
                                ? one with
                                {
                                    Indicators = [.. one.Indicators, .. retired.Indicators],
                                }
                                : one
                        ),
                ],
            };
            return true;
        }

        return false;
    }

    /// <summary>The wanted tree with the indicators that it keeps as they stand.</summary>
    /// <param name="isOther">It is another strategic plan, not another state of the same one.</param>
    public static StrategicPlan Kept(StrategicPlan before, StrategicPlan wanted, bool isOther)
    {
        var old = before.Indicators().DistinctBy(one => one.Code).ToDictionary(one => one.Code);
        return wanted with { Goals = [.. wanted.Goals.Select(goal => Kept(goal, old, isOther))] };
    }

    private static Goal Kept(Goal goal, Dictionary<string, Indicator> old, bool isOther) =>
        goal with
        {
            Objectives =
            [
                .. goal.Objectives.Select(objective =>
                    objective with
                    {
                        Indicators =
                        [
                            .. objective.Indicators.Select(now =>
                                old.TryGetValue(now.Code, out var before) ? Kept(before, now, isOther) : now
                            ),
                        ],
                    }
                ),
            ],
        };

    private static Indicator Kept(Indicator before, Indicator now, bool isOther) =>
        before with
        {
            Name = now.Name,
            FormerNames =
                before.Name == now.Name || before.FormerNames.Contains(before.Name)
                    ? before.FormerNames
                    : [.. before.FormerNames, before.Name],
            Targets = isOther ? now.Targets : before.Targets,
        };
}
