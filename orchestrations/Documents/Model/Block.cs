namespace Sakip.Documents;

/// <summary>What a section consists of, from top to bottom.</summary>
internal abstract record Block
{
    /// <summary>Where its content comes from; drafts show it in the margin.</summary>
    public PartSource? Source { get; init; }
}

/// <summary>Where a part of a document comes from.</summary>
internal enum PartSource
{
    /// <summary>What was planned, agreed or reported.</summary>
    Data,

    /// <summary>What follows from data.</summary>
    Computed,

    /// <summary>A register or a fixed wording with variables.</summary>
    Register,

    /// <summary>What a person wrote for this document.</summary>
    Narrative,
}

/// <summary>
/// A heading of level 1 (a chapter, centred, on a new page) to 4. <paramref name="Number"/> is printed as it is:
/// "BAB III" above the text at level 1, "3.1.2" before it below that.
/// </summary>
internal sealed record Heading(int Level, string Text, string? Number = null, string? Id = null) : Block
{
    /// <summary>Whether the table of contents and the outline list it.</summary>
    public bool InContents { get; init; } = true;
}

internal sealed record Paragraph(IReadOnlyList<Inline> Inlines, ParagraphStyle Style = ParagraphStyle.Body) : Block
{
    public Paragraph(string text, ParagraphStyle style = ParagraphStyle.Body)
        : this([text], style) { }

    /// <summary>Whether it stays on one page with the block after it.</summary>
    public bool KeepWithNext { get; init; }
}

internal enum ParagraphStyle
{
    /// <summary>Running text: justified, hyphenated, first line indented.</summary>
    Body,

    /// <summary>Running text without the indent of the first line.</summary>
    Flush,

    /// <summary>Aligned left, not justified.</summary>
    Left,
    Centred,
    CentredBold,

    /// <summary>Large, bold, centred: the name of a document on its first page.</summary>
    Title,
    Bold,

    /// <summary>Small print under a table or figure: a source, a legend.</summary>
    Note,
}

/// <summary>Paragraphs in a frame, such as the box that names a signed original.</summary>
internal sealed record Box(IReadOnlyList<Block> Blocks, string? Title = null) : Block
{
    /// <summary>What a QR code at the box's right edge says; none when null.</summary>
    public string? QrPayload { get; init; }
}

/// <summary>Pairs set as "Nama : …" with aligned colons, as in a statement.</summary>
internal sealed record KeyValueTable(IReadOnlyList<KeyValueRow> Rows) : Block;

/// <summary>A few figures that are to be seen first, side by side in frames.</summary>
internal sealed record KeyFigures(IReadOnlyList<KeyFigure> Figures) : Block;

internal sealed record KeyFigure(string Label, string Value, string? Note = null);

internal sealed record KeyValueRow(string Key, IReadOnlyList<Inline> Value)
{
    public KeyValueRow(string key, string value)
        : this(key, [value]) { }
}

/// <summary>The headings that are <see cref="Heading.InContents"/> down to a level, with their pages.</summary>
internal sealed record TableOfContents(int Levels = 3) : Block;

internal sealed record ListOfTables : Block;

internal sealed record ListOfFigures : Block;

internal sealed record PageBreak : Block;
