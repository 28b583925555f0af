using System.Globalization;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>The sample office in whose year something changes.</summary>
internal static class YearChangeWorld
{
    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    public static ChangeGround On(string today) => new(Day(today), null, Sample.Plan.Budget);

    public static T Based<T>(this T call, string from)
        where T : ChangeCall =>
        call with
        {
            Decree = "PERGUB/12/2024",
            DecreeDate = new DateOnly(2024, 1, 15),
            From = Day(from),
            Reason = "Penataan menurut peraturan gubernur.",
        };

    /// <summary>The plan's strategic plan without one of its indicators.</summary>
    public static StrategicCall Retiring(string indicator, string from) =>
        new StrategicCall
        {
            StrategicPlan = Sample.Plan.StrategicPlan with
            {
                Goals =
                [
                    .. Sample.Plan.StrategicPlan.Goals.Select(goal =>
                        goal with
                        {
                            Objectives =
                            [
                                .. goal.Objectives.Select(objective =>
                                    objective with
                                    {
                                        Indicators = [.. objective.Indicators.Where(one => one.Code != indicator)],
                                    }
                                ),
                            ],
                        }
                    ),
                ],
            },
        }.Based(from);

    public static OfficePlan Applied(ChangeCall call, ChangeGround ground, OfficePlan? plan = null)
    {
        var faults = new Faults();
        var changed = call.Apply(plan ?? Sample.Plan, ground, faults);
        Assert.Equal([], faults.All);
        return changed;
    }

    public static IReadOnlyList<PlanError> Errors(ChangeCall call, ChangeGround ground, OfficePlan? plan = null)
    {
        var faults = new Faults();
        call.Apply(plan ?? Sample.Plan, ground, faults);
        return faults.All;
    }
}
