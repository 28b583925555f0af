namespace Sakip.Documents;

/// <summary>A drawing with its caption below it.</summary>
internal sealed record Figure(Caption Caption, Drawing Drawing) : Block;

/// <summary>What a figure shows, drawn as vectors. <see cref="Description"/> says it in words for who cannot see it.</summary>
internal abstract record Drawing(string Description);

internal sealed record Chart(
    ChartKind Kind,
    string Description,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series
) : Drawing(Description)
{
    /// <summary>What the values are, such as "%" or "juta rupiah".</summary>
    public string? Unit { get; init; }

    /// <summary>What stands behind each bar of a horizontal chart in place of its value.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>A colour for each bar of a horizontal chart, as six hexadecimal digits, in place of the palette's.</summary>
    public IReadOnlyList<string>? Colours { get; init; }

    /// <summary>A value to compare with, drawn as a dashed line across a horizontal chart: 100 percent.</summary>
    public decimal? Mark { get; init; }
}

public enum ChartKind
{
    GroupedBar,
    HorizontalBar,
    Line,
}

/// <summary>One value per category; null where there is none. Colours come from the writer's palette.</summary>
internal sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>Boxes at given places, in points, joined by lines; made smaller where they are wider than their room.</summary>
internal sealed record BoxChart(string Description, IReadOnlyList<ChartBox> Boxes) : Drawing(Description);

/// <param name="Above">Number of the box to whose right edge its left one is joined; -1 for none.</param>
/// <param name="Ground">The box's ground as six hexadecimal digits; what it means stands in the texts.</param>
/// <param name="IsMarked">Drawn with a bar at its left edge.</param>
internal sealed record ChartBox(
    (float X, float Y, float Width, float Height) Place,
    IReadOnlyList<BoxText> Texts,
    int Above,
    string Ground,
    bool IsMarked = false
);

/// <param name="Baseline">From the box's upper edge.</param>
internal sealed record BoxText(string Text, float Baseline, float Size, bool Bold = false);

/// <summary>A tree of posts, drawn from the top.</summary>
internal sealed record OrgChart(string Description, OrgNode Root) : Drawing(Description);

/// <summary>A post and, on a second line, who holds it.</summary>
internal sealed record OrgNode(string Post, string? Holder = null, IReadOnlyList<OrgNode>? Children = null)
{
    /// <summary>Whether the line to its superior is one of coordination (dashed), not of command.</summary>
    public bool Coordination { get; init; }
}
