namespace Sakip.Planning;

/// <summary>
/// Puts the nodes of a performance tree in their places. Goals, objectives and their indicators stand as in the strategic
/// plan. Below them an indicator hangs on the one that its link names; a programme, activity or sub-activity that no linked
/// indicator represents stands itself, below what it supports or belongs to.
/// </summary>
internal sealed class TreeBuilder
{
    private readonly Budget _budget;
    private readonly IndicatorTerms _terms;
    private readonly TreeLabels _labels;
    private readonly Dictionary<string, LinkedIndicator> _known;
    private readonly Dictionary<string, IndicatorLink> _links;
    private readonly ILookup<(IndicatorLevel Level, string Of), LinkedIndicator> _of;
    private readonly List<TreeNode> _nodes = [];
    private readonly Dictionary<string, string> _above = new(StringComparer.Ordinal);

    public TreeBuilder(OfficePlan plan, Budget budget, DateOnly day)
    {
        (_budget, _terms) = (budget, IndicatorTerms.On(plan, day));
        _known = LinkedIndicator.All(plan).Where(one => _terms.Stands(one.Key)).ToDictionary();
        _links = (plan.IndicatorLinks ?? [])
            .Where(link => _known.ContainsKey(link.Indicator))
            .DistinctBy(link => link.Indicator)
            .ToDictionary(link => link.Indicator);
        _of = _known.Values.ToLookup(one => (one.Level, one.Of));
        _labels = new TreeLabels(plan, budget, day, _links);
    }

    public IReadOnlyList<TreeNode> Build(IReadOnlyList<TreeGap> gaps)
    {
        foreach (var goal in _terms.Plan().Goals)
        {
            Add(_labels.Goal(goal), null);
            foreach (var objective in goal.Objectives)
                Add(_labels.Objective(objective), TreeIds.Element(IndicatorLevel.Goal, goal.Code));
        }

        foreach (var one in _known.Values)
            Add(_labels.Indicator(one), Above(one));
        foreach (var programme in _budget.Programmes)
            Place(programme);
        Loosen();
        var below = _nodes.ToLookup(node => _above.GetValueOrDefault(node.Id) ?? "");
        var marks = gaps.Where(gap => gap.Node is not null).ToLookup(gap => gap.Node!, gap => gap.What);
        return [.. below[""].Select(root => Whole(root, below, marks))];
    }

    private void Place(Budget.Programme programme)
    {
        var supported = programme.Supports.FirstOrDefault(_known.ContainsKey);
        var own = Element(
            IndicatorLevel.Programme,
            programme.Code,
            _labels.Programme(programme, supported, _known),
            supported is null ? TreeIds.Loose : TreeIds.Indicator(supported)
        );
        foreach (var activity in programme.Activities)
        {
            var below = Element(IndicatorLevel.Activity, activity.Code, _labels.Activity(activity), own);
            foreach (var sub in activity.SubActivities)
                Element(IndicatorLevel.SubActivity, sub.Code, _labels.SubActivity(sub), below);
        }
    }

    /// <returns>The node under which what belongs to the element stands: its first linked indicator, or itself.</returns>
    private string Element(IndicatorLevel level, string code, TreeNode node, string above)
    {
        if (_of[(level, code)].FirstOrDefault(one => ParentOf(one) is not null) is { } seat)
            return TreeIds.Indicator(seat.Code);
        Add(node, above);
        return node.Id;
    }

    private string Above(LinkedIndicator one) =>
        one.Level != IndicatorLevel.Objective && ParentOf(one) is { } parent ? TreeIds.Indicator(parent)
        : TreeIds.Element(one.Level, one.Of) is var own && one.Level <= IndicatorLevel.Objective ? own
        : _of[(one.Level, one.Of)].FirstOrDefault(other => ParentOf(other) is not null) is { } seat
            ? TreeIds.Indicator(seat.Code)
        : own;

    private string? ParentOf(LinkedIndicator one) =>
        _links.GetValueOrDefault(one.Code)?.Parent is { } parent && _known.ContainsKey(parent) ? parent : null;

    private void Add(TreeNode node, string? above)
    {
        _nodes.Add(node);
        if (above is not null)
            _above[node.Id] = above;
    }

    /// <summary>What hangs on something that is not there, or on itself, hangs on a node of its own.</summary>
    private void Loosen()
    {
        var ids = _nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var isLoose = false;
        foreach (var node in _nodes)
        {
            if (Reaches(node.Id, ids))
                continue;
            _above[node.Id] = TreeIds.Loose;
            isLoose = true;
        }

        if (isLoose || _above.ContainsValue(TreeIds.Loose))
        {
            _nodes.Add(
                new TreeNode(
                    TreeIds.Loose,
                    TreeNodeKind.Loose,
                    "Belum terhubung",
                    "Yang belum terhubung ke tujuan atau sasaran"
                )
            );
        }
    }

    private bool Reaches(string id, HashSet<string> ids)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        for (var at = id; met.Add(at); )
        {
            if (!_above.TryGetValue(at, out var above) || above == TreeIds.Loose)
                return true;
            // What hangs on a loose one stays with it.
            if (!ids.Contains(above))
                return at != id;
            at = above;
        }

        return false;
    }

    private static TreeNode Whole(TreeNode node, ILookup<string, TreeNode> below, ILookup<string, string> marks) =>
        node with
        {
            Children = [.. below[node.Id].OrderBy(child => child.Kind).Select(child => Whole(child, below, marks))],
            Gaps = [.. marks[node.Id]],
        };
}
