using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Names of what changed within the year, with the day of the change.</summary>
internal static class YearWords
{
    /// <summary>The indicator's name, with since when it holds or until when it held.</summary>
    public static string Indicator(OfficePlan plan, string indicator, string name)
    {
        foreach (var change in plan.ChangesOf(YearChangeKind.StrategicPlan))
        {
            if (change.Strategic!.Retired.Contains(indicator))
                return $"{name} (sampai dengan {IndonesianDate.Long(change.Basis.From.AddDays(-1))})";
            if (change.Strategic.Added.Any(one => one.Code == indicator))
                name = $"{name} (baru sejak {IndonesianDate.Long(change.Basis.From)})";
        }

        return name;
    }

    /// <summary>Who carries a thing, and who did before.</summary>
    /// <param name="planned">The sub-unit that stands in the plan or in the budget's tree.</param>
    public static string Carrier(OfficePlan plan, CarriedKind kind, string code, string planned)
    {
        var (words, before) = (Name(plan, planned), planned);
        var days = plan.ChangesOf(YearChangeKind.Organisation).Select(change => change.Basis.From);
        foreach (var day in days.Distinct().Order())
        {
            var carrier = Carriers.On(plan, day).Of(kind, code, planned);
            if (carrier == before)
                continue;
            words = $"{Name(plan, carrier)} (sejak {IndonesianDate.Long(day)}; sebelumnya {Name(plan, before)})";
            before = carrier;
        }

        return words;
    }

    private static string Name(OfficePlan plan, string subUnit) =>
        plan.SubUnits.FirstOrDefault(one => one.Code == subUnit)?.Name ?? subUnit;
}
