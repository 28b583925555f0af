using Sakip.Planning;

namespace Sakip.Agreements;

/// <summary>Targets of the year that the agreement in force no longer has, each as it was agreed last.</summary>
internal static class FormerTargets
{
    /// <param name="agreements">The year's agreements, first to last.</param>
    /// <returns>Null where every target stands.</returns>
    public static IReadOnlyList<AnnualTarget>? Of(IReadOnlyList<AgreementSnapshot> agreements)
    {
        var standing = agreements[^1].Terms.Targets.Select(target => target.Indicator).ToHashSet();
        List<AnnualTarget> former =
        [
            .. agreements
                .Reverse()
                .SelectMany(agreement => agreement.Terms.Targets)
                .Where(target => !standing.Contains(target.Indicator))
                .DistinctBy(target => target.Indicator),
        ];
        return former.Count == 0 ? null : former;
    }
}
