using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>
/// Who carries sub-activities and answers for indicators at a moment of the year. The sub-unit that stands in the plan
/// or in the budget's tree is the assignment from the year's start; recorded changes follow it.
/// </summary>
internal sealed class Carriers
{
    private readonly IReadOnlyList<YearChange> _standing;
    private readonly OfficePlan _plan;
    private readonly HashSet<string> _notYet;
    private readonly Dictionary<string, string> _successors = new(StringComparer.Ordinal);

    private Carriers(OfficePlan plan, Func<YearChange, bool> holds)
    {
        _plan = plan;
        var changes = plan.ChangesOf(YearChangeKind.Organisation).ToList();
        // One that was entered later for an earlier day follows those that it found.
        _standing = [.. changes.Where(holds).OrderBy(change => change.Basis.From)];
        _notYet = [.. changes.Where(change => !holds(change)).SelectMany(change => change.Begun ?? [])];
        foreach (var ended in _standing.SelectMany(change => change.Ended ?? []))
            _successors.TryAdd(ended.SubUnit, ended.Successor);
    }

    /// <summary>As on a day.</summary>
    public static Carriers On(OfficePlan plan, DateOnly day) => new(plan, change => change.Basis.From <= day);

    /// <summary>As a quarter's reports are asked: as on its last day, but for changes that came when its window was open.</summary>
    public static Carriers In(OfficePlan plan, Quarter quarter) => new(plan, change => plan.CountsIn(change, quarter));

    public string Of(Budget.SubActivity sub) => Of(CarriedKind.SubActivity, sub.Code, sub.SubUnit);

    public string Of(Indicator indicator) => Of(CarriedKind.Indicator, indicator.Code, indicator.SubUnit);

    public string Of(ActionItem item) => SuccessorOf(item.SubUnit);

    /// <param name="planned">The sub-unit that stands in the plan or in the budget's tree.</param>
    public string Of(CarriedKind kind, string code, string planned) =>
        SuccessorOf(
            _standing
                .Select(change =>
                    change.Assignments?.FirstOrDefault(one => one.Kind == kind && one.Code == code)?.SubUnit
                )
                .LastOrDefault(taker => taker is not null)
                ?? planned
        );

    /// <summary>The sub-unit itself while it stands, else the one that took its work over.</summary>
    // Whatever ended stays ended: an assignment of a later day may name what a change that was entered after it ended.
    public string SuccessorOf(string subUnit)
    {
        // No change can make a circle; in one, nobody would stand.
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (met.Add(subUnit) && _successors.TryGetValue(subUnit, out var next))
            subUnit = next;
        return subUnit;
    }

    public bool Stands(string subUnit) => !_successors.ContainsKey(subUnit) && !_notYet.Contains(subUnit);

    /// <summary>Sub-units that stand, in the plan's order.</summary>
    public IEnumerable<SubUnit> SubUnits() => _plan.SubUnits.Where(subUnit => Stands(subUnit.Code));
}
