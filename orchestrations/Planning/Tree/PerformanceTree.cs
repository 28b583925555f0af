namespace Sakip.Planning;

/// <summary>The performance tree of an office on a day (PermenPAN-RB 89/2021): from its goals to who does the work.</summary>
/// <param name="IsStated">The plan has indicators of further levels or links; else the tree follows from the plan alone.</param>
internal sealed record PerformanceTree(IReadOnlyList<TreeNode> Roots, IReadOnlyList<TreeGap> Gaps, bool IsStated)
{
    /// <param name="budget">The version in force.</param>
    /// <param name="day">Who holds which post, and what stands, is as on that day.</param>
    public static PerformanceTree Of(OfficePlan plan, Budget budget, DateOnly day)
    {
        var gaps = TreeGaps.Of(plan, budget, day);
        return new(new TreeBuilder(plan, budget, day).Build(gaps), gaps, TreeGaps.IsStated(plan));
    }

    /// <summary>Every node, parents first.</summary>
    public IEnumerable<TreeNode> All() => Roots.SelectMany(root => root.All());

    /// <summary>The nodes from a root down to a node; empty where there is none of the id.</summary>
    public IReadOnlyList<TreeNode> PathTo(string id) =>
        Roots.Select(root => PathTo(root, id)).FirstOrDefault(path => path.Count > 0) ?? [];

    private static List<TreeNode> PathTo(TreeNode node, string id)
    {
        if (node.Id == id)
            return [node];
        foreach (var child in node.Children)
        {
            if (PathTo(child, id) is { Count: > 0 } path)
                return [node, .. path];
        }

        return [];
    }
}
