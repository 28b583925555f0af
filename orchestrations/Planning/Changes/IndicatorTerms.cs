using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>
/// Which goals, objectives and indicators of the year stand at a moment. The plan's tree keeps what was retired, so that
/// its figures stay readable; the recorded changes say what begins and ends when.
/// </summary>
internal sealed class IndicatorTerms
{
    private readonly HashSet<string> _absent;
    private readonly OfficePlan _plan;

    private IndicatorTerms(OfficePlan plan, Func<YearChange, bool> holds)
    {
        _plan = plan;
        _absent = [];
        foreach (var change in plan.ChangesOf(YearChangeKind.StrategicPlan))
        {
            var parts = change.Strategic!;
            _absent.UnionWith(holds(change) ? parts.Retired : parts.Added.Select(one => one.Code));
        }
    }

    /// <summary>As on a day.</summary>
    public static IndicatorTerms On(OfficePlan plan, DateOnly day) => new(plan, change => change.Basis.From <= day);

    /// <summary>As a quarter is reported and evaluated.</summary>
    public static IndicatorTerms In(OfficePlan plan, Quarter quarter) =>
        new(plan, change => plan.CountsIn(change, quarter));

    public bool Stands(string indicator) => !_absent.Contains(indicator);

    public bool Stands(Objective objective) =>
        objective.Indicators.Count == 0 || objective.Indicators.Any(one => Stands(one.Code));

    /// <summary>The strategic plan with what stands alone.</summary>
    public StrategicPlan Plan() =>
        _absent.Count == 0
            ? _plan.StrategicPlan
            : _plan.StrategicPlan with
            {
                Goals =
                [
                    .. _plan
                        .StrategicPlan.Goals.Select(goal => goal with { Objectives = [.. Objectives(goal)] })
                        .Where(goal => goal.Objectives.Count > 0),
                ],
            };

    private IEnumerable<Objective> Objectives(Goal goal) =>
        goal
            .Objectives.Where(Stands)
            .Select(objective =>
                objective with
                {
                    Indicators = [.. objective.Indicators.Where(one => Stands(one.Code))],
                }
            );
}
