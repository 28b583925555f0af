namespace Sakip.Planning;

/// <summary>Cuts a tree into pictures that each fit a page; what stands above is repeated on each.</summary>
internal static class TreePages
{
    /// <param name="height">The highest that a picture may be; a single branch may be higher.</param>
    public static IReadOnlyList<TreePicture> Of(PerformanceTree tree, TreeStyle style, double height)
    {
        var pictures = new List<TreePicture>();
        foreach (var root in TreeSelection.Of(tree, TreeChoice.Everything))
        {
            var wanted = new HashSet<string>();
            TreePicture? last = null;
            foreach (var path in Leaves(root, []))
            {
                var more = wanted.Concat(path).ToHashSet();
                var picture = TreeLayout.Of([Only(root, more)], style);
                if (last is not null && picture.Height > height)
                {
                    pictures.Add(last);
                    more = [.. path];
                    picture = TreeLayout.Of([Only(root, more)], style);
                }

                (wanted, last) = (more, picture);
            }

            if (last is not null)
                pictures.Add(last);
        }

        return pictures;
    }

    private static IEnumerable<List<string>> Leaves(ShownNode node, IReadOnlyList<string> above)
    {
        List<string> path = [.. above, node.Node.Id];
        return node.Children.Count == 0 ? [path] : node.Children.SelectMany(child => Leaves(child, path));
    }

    private static ShownNode Only(ShownNode node, HashSet<string> wanted) =>
        node with
        {
            Children =
            [
                .. node.Children.Where(child => wanted.Contains(child.Node.Id)).Select(child => Only(child, wanted)),
            ],
        };
}
