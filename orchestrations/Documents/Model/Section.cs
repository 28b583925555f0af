namespace Sakip.Documents;

/// <summary>A run of A4 pages of one orientation and one numbering. A section begins on a new page
/// unless it continues.</summary>
internal sealed record Section(IReadOnlyList<Block> Blocks)
{
    public PageOrientation Orientation { get; init; }

    public PageNumbering Numbering { get; init; } = PageNumbering.Arabic;

    /// <summary>
    /// Whether it goes on where the section before it ended, on the same page; its orientation and numbering are then that
    /// one's.
    /// </summary>
    public bool Continues { get; init; }

    /// <summary>Whether the running header and footer stand on its pages; a cover has none.</summary>
    public bool RunningLines { get; init; } = true;
}

internal enum PageOrientation
{
    Portrait,
    Landscape,
}

internal enum NumberStyle
{
    None,
    Roman,
    Arabic,
}

/// <summary>How pages are numbered: from <paramref name="StartAt"/>, or on from the section before when null.</summary>
internal sealed record PageNumbering(NumberStyle Style, int? StartAt = null)
{
    public static readonly PageNumbering None = new(NumberStyle.None);

    public static readonly PageNumbering Arabic = new(NumberStyle.Arabic);

    public static readonly PageNumbering ArabicFromOne = new(NumberStyle.Arabic, 1);

    public static readonly PageNumbering RomanFromOne = new(NumberStyle.Roman, 1);
}
