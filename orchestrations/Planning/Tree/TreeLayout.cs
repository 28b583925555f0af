namespace Sakip.Planning;

/// <summary>Measures of a drawn tree, in pixels or points.</summary>
/// <param name="TitleLines">How many lines a title may have; the whole of it is told elsewhere.</param>
internal sealed record TreeStyle(double BoxWidth, double ColumnGap, double RowGap, double Size, int TitleLines)
{
    public static TreeStyle Page { get; } = new(220, 44, 12, 13, 3);

    public static TreeStyle Paper { get; } = new(134, 14, 7, 9, 4) { IsTight = true };

    /// <summary>Posts have one line and holders none; a table beside the picture tells them.</summary>
    public bool IsTight { get; init; }

    public double LineHeight => Math.Round(Size * 1.32);

    public double Pad => Math.Round(Size * 0.7);
}

internal enum TreeLineKind
{
    Label,
    Title,
    Target,
    Owner,
    Note,
    Gap,
}

internal sealed record TreeLine(TreeLineKind Kind, string Text)
{
    /// <summary>Titles are set larger than the rest.</summary>
    public double SizeIn(TreeStyle style) => Kind == TreeLineKind.Title ? style.Size : style.Size * 0.87;

    public bool IsBold(TreeNode node) =>
        Kind is TreeLineKind.Target or TreeLineKind.Gap
        || Kind == TreeLineKind.Title && node.Kind is TreeNodeKind.Goal or TreeNodeKind.Objective;
}

/// <summary>A node at its place; <paramref name="Above"/> is the number of its parent's box, -1 for a root.</summary>
internal sealed record TreeBox(
    ShownNode Shown,
    double X,
    double Y,
    double Width,
    double Height,
    IReadOnlyList<TreeLine> Lines,
    int Above
)
{
    /// <summary>Where a line stands, from the box's upper edge.</summary>
    public double Baseline(int line, TreeStyle style) => style.Pad + ((line + 0.78) * style.LineHeight);
}

/// <summary>A drawn tree.</summary>
internal sealed record TreePicture(double Width, double Height, IReadOnlyList<TreeBox> Boxes, TreeStyle Style);

/// <summary>
/// Sets a tree from left to right: a column to each depth, each node level with its first child. What is below a node has
/// its rows alone, so that no two boxes meet.
/// </summary>
internal sealed class TreeLayout
{
    private readonly TreeStyle _style;
    private readonly List<TreeBox> _boxes = [];

    private TreeLayout(TreeStyle style) => _style = style;

    public static TreePicture Of(IReadOnlyList<ShownNode> roots, TreeStyle style)
    {
        var layout = new TreeLayout(style);
        var y = 1.0;
        foreach (var root in roots)
            y = layout.Place(root, 0, y, -1) + (style.RowGap * 2);
        var boxes = layout._boxes;
        return new(
            boxes.Count == 0 ? 0 : boxes.Max(box => box.X + box.Width) + 1,
            boxes.Count == 0 ? 0 : boxes.Max(box => box.Y + box.Height) + 1,
            boxes,
            style
        );
    }

    /// <returns>The lowest edge of the node and of all below it.</returns>
    private double Place(ShownNode shown, int depth, double y, int above)
    {
        var lines = Lines(shown.Node, _style);
        var height = (lines.Count * _style.LineHeight) + (_style.Pad * 2);
        var own = _boxes.Count;
        _boxes.Add(
            new TreeBox(
                shown,
                1 + (depth * (_style.BoxWidth + _style.ColumnGap)),
                y,
                _style.BoxWidth,
                height,
                lines,
                above
            )
        );
        var (next, bottom) = (y, y + height);
        foreach (var child in shown.Children)
        {
            var lowest = Place(child, depth + 1, next, own);
            (next, bottom) = (lowest + _style.RowGap, Math.Max(bottom, lowest));
        }

        return bottom;
    }

    private static List<TreeLine> Lines(TreeNode node, TreeStyle style)
    {
        var room = style.BoxWidth - (style.Pad * 2);
        var lines = new List<TreeLine>();
        void Add(TreeLineKind kind, string? text, int most)
        {
            if (string.IsNullOrWhiteSpace(text))
                return;
            var line = new TreeLine(kind, text);
            lines.AddRange(
                TextFit
                    .Wrap(text, room, line.SizeIn(style), most, line.IsBold(node))
                    .Select(part => line with { Text = part })
            );
        }

        Add(TreeLineKind.Label, node.Label, 1);
        Add(TreeLineKind.Title, node.Title, style.TitleLines);
        Add(TreeLineKind.Target, node.Target is null ? null : "Target " + node.Target, 1);
        Add(TreeLineKind.Owner, node.Owner?.Post, style.IsTight ? 1 : 2);
        if (!style.IsTight)
        {
            Add(TreeLineKind.Note, node.Owner is { } owner ? owner.Holder ?? "jabatan kosong" : null, 1);
            Add(TreeLineKind.Note, node.Serves, 1);
        }

        Add(TreeLineKind.Gap, Mark(node.Gaps, style), 2);
        return lines;
    }

    private static string? Mark(IReadOnlyList<string> gaps, TreeStyle style) =>
        gaps.Count == 0 ? null
        : gaps.Count == 1 && !style.IsTight ? "! " + gaps[0]
        : $"! {gaps.Count} celah";
}
