namespace Sakip.Planning;

/// <summary>What a node of the performance tree stands for; their order is the order among siblings.</summary>
internal enum TreeNodeKind
{
    Indicator,
    Goal,
    Objective,
    Programme,
    Activity,
    SubActivity,

    /// <summary>Holds what hangs on nothing.</summary>
    Loose,
}

/// <param name="Holder">Who holds the post on the day of the tree; null where it is vacant.</param>
/// <param name="IsStated">The plan's links name the post; else it follows from the sub-unit.</param>
internal sealed record TreeOwner(string Post, string? Holder, bool IsStated);

/// <summary>A node of the performance tree (pohon kinerja).</summary>
/// <param name="Id">Unique in the tree, the same for the same plan; fit for an address.</param>
/// <param name="Label">What it is, for example "Indikator program 1.02.02".</param>
internal sealed record TreeNode(string Id, TreeNodeKind Kind, string Label, string Title)
{
    /// <summary>This year's target or output, for example "13 Dokumen".</summary>
    public string? Target { get; init; }

    public TreeOwner? Owner { get; init; }

    /// <summary>What it serves beyond its place, and how: "Jumlah ke k-lembaga".</summary>
    public string? Serves { get; init; }

    /// <summary>The node of the indicator that it serves, where that is not the one above.</summary>
    public string? ServesId { get; init; }

    public IReadOnlyList<TreeNode> Children { get; init; } = [];

    /// <summary>What is missing or contradicts itself here.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];

    /// <summary>The node and all below it, parents first.</summary>
    public IEnumerable<TreeNode> All() => Children.SelectMany(child => child.All()).Prepend(this);
}
