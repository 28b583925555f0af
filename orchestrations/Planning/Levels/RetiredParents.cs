using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>A link whose parent is retired within the year.</summary>
/// <param name="Until">The parent's last day.</param>
/// <param name="Instead">Code of the indicator in its place; null where there is none.</param>
internal sealed record RetiredParent(string Indicator, string Parent, DateOnly Until, string? Instead)
{
    public string Words() =>
        $"Induk '{Parent}' berhenti per {IndonesianDate.Long(Until)}, sedangkan '{Indicator}' terus berjalan. "
        + (Instead is null ? "Pilih induk lain" : $"Pindahkan tautannya ke penggantinya, '{Instead}',")
        + $" di lembar {SheetNames.IndicatorLinks}.";
}

internal static class RetiredParents
{
    /// <summary>Null where the parent stands to the year's end, or where the child goes with it.</summary>
    public static RetiredParent? Of(OfficePlan plan, IndicatorLink link)
    {
        if (link.Parent is not { } parent)
            return null;
        var end = IndicatorTerms.On(plan, Quarter.Q4.LastDay(plan.Year));
        if (end.Stands(parent) || !end.Stands(link.Indicator))
            return null;
        var change = plan.ChangesOf(YearChangeKind.StrategicPlan)
            .LastOrDefault(one => one.Strategic!.Retired.Contains(parent));
        return change is null
            ? null
            : new RetiredParent(
                link.Indicator,
                parent,
                change.Basis.From.AddDays(-1),
                change.Strategic!.Added.FirstOrDefault(one => one.Replaces == parent)?.Code
            );
    }
}
