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

/// <summary>A tree of posts, drawn from the top.</summary>
internal sealed record OrgChart(string Description, OrgNode Root) : Drawing(Description);

/// <summary>A post and, on a second line, who holds it.</summary>
internal sealed record OrgNode(string Post, string? Holder = null, IReadOnlyList<OrgNode>? Children = null)
{
    /// <summary>Whether the line to its superior is one of coordination (dashed), not of command.</summary>
    public bool Coordination { get; init; }
}
