namespace Sakip.Planning;

/// <summary>What somebody wants to see of a performance tree.</summary>
/// <param name="Search">Words that a node must hold; empty for none.</param>
/// <param name="Follow">Id of the node that is followed to its root; null for none.</param>
/// <param name="Turned">Ids of nodes that are folded where they would be open, and the other way round.</param>
/// <param name="IsWhole">Everything is open.</param>
internal sealed record TreeChoice(string Search, string? Follow, IReadOnlySet<string> Turned, bool IsWhole)
{
    public static TreeChoice Everything { get; } = new("", null, new HashSet<string>(), true);

    public static TreeChoice Start { get; } = new("", null, new HashSet<string>(), false);
}

/// <summary>A node as it is shown.</summary>
/// <param name="Hidden">How many nodes below it are not shown.</param>
/// <param name="IsOpen">Its children are shown.</param>
/// <param name="IsMatch">The search found it, or it is the one that is followed.</param>
/// <param name="IsOnPath">It lies on the way from the followed node to its root.</param>
internal sealed record ShownNode(
    TreeNode Node,
    int Depth,
    IReadOnlyList<ShownNode> Children,
    int Hidden,
    bool IsOpen,
    bool IsMatch,
    bool IsOnPath
)
{
    /// <summary>The node and all that is shown below it, parents first.</summary>
    public IEnumerable<ShownNode> All() => Children.SelectMany(child => child.All()).Prepend(this);
}
