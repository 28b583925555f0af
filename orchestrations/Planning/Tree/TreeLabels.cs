using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What the nodes of a performance tree say.</summary>
internal sealed class TreeLabels(
    OfficePlan plan,
    Budget budget,
    DateOnly day,
    IReadOnlyDictionary<string, IndicatorLink> links
)
{
    private readonly OfficeDirectory _directory = new(plan);
    private readonly Carriers _carriers = Carriers.On(plan, day);
    private readonly Lazy<Dictionary<(IndicatorLevel, string), string>> _names = new(() => Names(budget));

    public TreeNode Goal(Goal goal) =>
        new(TreeIds.Element(IndicatorLevel.Goal, goal.Code), TreeNodeKind.Goal, "Tujuan " + goal.Code, goal.Statement);

    public TreeNode Objective(Objective objective) =>
        new(
            TreeIds.Element(IndicatorLevel.Objective, objective.Code),
            TreeNodeKind.Objective,
            "Sasaran " + objective.Code,
            objective.Statement
        );

    public TreeNode Indicator(LinkedIndicator one)
    {
        var link = links.GetValueOrDefault(one.Code);
        return new(
            TreeIds.Indicator(one.Code),
            TreeNodeKind.Indicator,
            $"Indikator {LevelWords.Of(one.Level).ToLowerInvariant()} {Of(one)}".TrimEnd(),
            one.Card.Name
        )
        {
            Target = Target(one),
            Owner = link is null ? Head(_carriers.Of(one.Card)) : Owner(link.Post, isStated: true),
            Serves = Serves(link),
            ServesId =
                one.Level == IndicatorLevel.Objective && link?.Parent is { } parent ? TreeIds.Indicator(parent) : null,
        };
    }

    // Those of goals and objectives stand below what they measure; further down the element has no node of its own.
    private string Of(LinkedIndicator one) =>
        one.Level <= IndicatorLevel.Objective ? one.Code
        : _names.Value.TryGetValue((one.Level, one.Of), out var name) ? $"{one.Of} {name}"
        : one.Of;

    public TreeNode Programme(
        Budget.Programme programme,
        string? placedUnder,
        IReadOnlyDictionary<string, LinkedIndicator> known
    ) =>
        new(
            TreeIds.Element(IndicatorLevel.Programme, programme.Code),
            TreeNodeKind.Programme,
            "Program " + programme.Code,
            programme.Name
        )
        {
            Serves = programme.Supports.Where(code => code != placedUnder && known.ContainsKey(code)).ToList()
                is { Count: > 0 } others
                ? "Juga mendukung " + string.Join(", ", others)
                : null,
            Owner = One([.. programme.Activities.SelectMany(activity => activity.SubActivities)]),
        };

    public TreeNode Activity(Budget.Activity activity) =>
        new(
            TreeIds.Element(IndicatorLevel.Activity, activity.Code),
            TreeNodeKind.Activity,
            "Kegiatan " + activity.Code,
            activity.Name
        )
        {
            Owner = One(activity.SubActivities),
        };

    public TreeNode SubActivity(Budget.SubActivity sub) =>
        new(
            TreeIds.Element(IndicatorLevel.SubActivity, sub.Code),
            TreeNodeKind.SubActivity,
            "Sub kegiatan " + sub.Code,
            sub.Name
        )
        {
            Target = sub.OutputTarget is { } target
                ? $"{IndonesianNumber.Natural(target, 0)} {sub.OutputMeasure}".TrimEnd()
                : null,
            Owner = Head(_carriers.Of(sub)),
        };

    // What one sub-unit alone carries is its head's.
    private TreeOwner? One(IReadOnlyList<Budget.SubActivity> subs) =>
        subs.Select(_carriers.Of).Distinct().ToList() is [var only] ? Head(only) : null;

    private static string? Serves(IndicatorLink? link) =>
        link is not { Parent: { } parent, Way: { } way } ? null
        : way == ParentWay.Weighted && link.Weight is { } weight
            ? $"{LevelWords.Of(way)} ke {parent}, bobot {IndonesianNumber.Natural(weight, 0)}"
        : way == ParentWay.Words && link.Contribution is { Length: > 0 } words ? $"Kontribusi ke {parent}: {words}"
        : $"{LevelWords.Of(way)} ke {parent}";

    private static string? Target(LinkedIndicator one)
    {
        if (one.Target is not { } target)
            return null;
        if (target.Value is not { } value)
            return target.Text;
        var number = IndonesianNumber.Natural(value, 0);
        if (target.Upper is { } upper)
            number += "–" + IndonesianNumber.Natural(upper, 0);
        return one.Card.Kind == ValueKind.Percent ? number + "%" : $"{number} {one.Card.Measure}";
    }

    private TreeOwner? Head(string subUnit) =>
        _directory.SubUnit(subUnit) is { } found ? Owner(found.HeadPost, isStated: false) : null;

    private TreeOwner? Owner(string post, bool isStated)
    {
        if (_directory.Post(post) is not { } found)
            return null;
        var holder = _directory.HolderOf(post, day);
        var acting = holder is { Tenure: not Tenure.Definitive } ? $" ({holder.Tenure}.)" : "";
        return new(found.Name, holder is null ? null : holder.Official.FullName() + acting, isStated);
    }

    private static Dictionary<(IndicatorLevel, string), string> Names(Budget budget) =>
        budget
            .Programmes.Select(one => (IndicatorLevel.Programme, one.Code, one.Name))
            .Concat(budget.Activities().Select(one => (IndicatorLevel.Activity, one.Code, one.Name)))
            .Concat(budget.SubActivities().Select(one => (IndicatorLevel.SubActivity, one.Code, one.Name)))
            .DistinctBy(one => (one.Item1, one.Code))
            .ToDictionary(one => (one.Item1, one.Code), one => one.Name);
}
