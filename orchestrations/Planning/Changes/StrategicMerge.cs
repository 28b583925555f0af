namespace Sakip.Planning;

/// <summary>The wanted tree with what was retired kept in it, at its own place, so that its figures stay readable.</summary>
internal static class StrategicMerge
{
    public static StrategicPlan Of(StrategicPlan before, StrategicPlan wanted, StrategicChange change)
    {
        var old = before.Indicators().ToDictionary(one => one.Code);
        var taken = wanted.Indicators().Select(one => one.Code).ToHashSet();
        var goals = wanted.Goals.Select(goal => Told(goal, old)).ToList();
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

    // A kept indicator's years before this one are the system's own; a rename keeps the former name.
    private static Goal Told(Goal goal, Dictionary<string, Indicator> old) =>
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
                                old.TryGetValue(now.Code, out var before)
                                    ? now with
                                    {
                                        History = before.History,
                                        FormerNames =
                                            before.Name == now.Name || now.FormerNames.Contains(before.Name)
                                                ? now.FormerNames
                                                : [.. now.FormerNames, before.Name],
                                    }
                                    : now
                            ),
                        ],
                    }
                ),
            ],
        };
}
