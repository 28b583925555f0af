namespace Sakip.Planning;

/// <summary>Chooses what of a performance tree is shown: folded, searched, or one node followed to its root.</summary>
internal sealed class TreeSelection
{
    // So many boxes are seen at a glance; a larger tree begins folded below its objectives' indicators.
    private const int FewNodes = 20;

    private readonly TreeChoice _choice;
    private readonly bool _isSmall;
    private readonly HashSet<string> _matches = [];

    /// <summary>Nodes that lead to what was asked for; null where everything may be shown.</summary>
    private readonly HashSet<string>? _wanted;

    private TreeSelection(PerformanceTree tree, TreeChoice choice)
    {
        (_choice, _isSmall) = (choice, IsSmall(tree));
        if (choice.Follow is { } followed && tree.PathTo(followed).Count > 0)
        {
            _matches = [followed];
            _wanted = Way(tree, followed);
        }
        else if (Words(choice.Search) is { Length: > 0 } words)
        {
            _matches = [.. tree.All().Where(node => Holds(node, words)).Select(node => node.Id)];
            _wanted = [.. _matches.SelectMany(id => tree.PathTo(id)).Select(node => node.Id)];
        }
    }

    /// <summary>The whole of it is open from the start.</summary>
    public static bool IsSmall(PerformanceTree tree) => tree.All().Take(FewNodes + 1).Count() <= FewNodes;

    public static IReadOnlyList<ShownNode> Of(PerformanceTree tree, TreeChoice choice)
    {
        var selection = new TreeSelection(tree, choice);
        return
        [
            .. tree
                .Roots.Where(root => selection._wanted?.Contains(root.Id) != false)
                .Select(root => selection.Show(root, 0)),
        ];
    }

    private ShownNode Show(TreeNode node, int depth, bool isBelowMatch = false)
    {
        var isMatch = _matches.Contains(node.Id);
        var isFree = _wanted is null || isBelowMatch || isMatch && _choice.Follow is not null;
        var isTurned = _choice.Turned.Contains(node.Id);
        var children =
            isFree ? (IsOpen(node) != isTurned ? node.Children : [])
            : isTurned ? node.Children
            : node.Children.Where(child => _wanted!.Contains(child.Id)).ToList();
        var shown = children
            .Select(child =>
                Show(
                    child,
                    depth + 1,
                    isFree && _wanted is not null || !isFree && isTurned && !_wanted!.Contains(child.Id)
                )
            )
            .ToList();
        return new(
            node,
            depth,
            shown,
            node.All().Count() - 1 - shown.Sum(child => child.All().Count()),
            shown.Count > 0,
            isMatch,
            _choice.Follow is not null && _wanted?.Contains(node.Id) == true
        );
    }

    private bool IsOpen(TreeNode node) =>
        _choice.IsWhole || _isSmall || _wanted is not null || node.Kind is TreeNodeKind.Goal or TreeNodeKind.Objective;

    /// <summary>The path to a node, and the paths to what it serves beyond its place.</summary>
    private static HashSet<string> Way(PerformanceTree tree, string id)
    {
        var way = new HashSet<string>();
        var open = new Stack<string>([id]);
        while (open.TryPop(out var next))
        {
            foreach (var node in tree.PathTo(next))
            {
                if (way.Add(node.Id) && node.ServesId is { } served)
                    open.Push(served);
            }
        }

        return way;
    }

    private static string[] Words(string search) =>
        search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Holds(TreeNode node, string[] words)
    {
        var text = string.Join(' ', node.Id, node.Label, node.Title, node.Owner?.Post, node.Owner?.Holder);
        return Array.TrueForAll(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
