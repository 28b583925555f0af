namespace Sakip.Documents;

/// <summary>A bulleted or numbered list; an item may carry a list of the next depth.</summary>
internal sealed record BlockList(ListStyle Style, IReadOnlyList<ListItem> Items) : Block
{
    public BlockList(ListStyle style, IEnumerable<string> items)
        : this(style, [.. items.Select(text => new ListItem(text))]) { }
}

internal sealed record ListItem(IReadOnlyList<Inline> Inlines, BlockList? Nested = null)
{
    public ListItem(string text, BlockList? nested = null)
        : this([text], nested) { }
}

internal enum ListStyle
{
    Bullet,

    /// <summary>1. 2. 3.</summary>
    Number,

    /// <summary>a. b. c.</summary>
    Letter,

    /// <summary>1) 2) 3)</summary>
    NumberParenthesis,

    /// <summary>a) b) c)</summary>
    LetterParenthesis,
}
