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
