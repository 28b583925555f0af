namespace Sakip.Documents;

/// <summary>A piece of running text. A plain string is one too: <c>new Paragraph(["Capaian ", field, "."])</c>.</summary>
internal abstract record Inline
{
    public static implicit operator Inline(string text) => FromString(text);

    public static Inline FromString(string text) => new TextRun(text);
}

internal sealed record TextRun(string Text) : Inline
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Underline { get; init; }

    public NamedColour? Colour { get; init; }
}

/// <summary>A value taken from data. <paramref name="Key"/> names its source, such as <c>capaian.RB</c>.</summary>
internal sealed record Field(string Key, string Text) : Inline
{
    public bool Bold { get; init; }
}

/// <summary>
/// Names another place of the document by its id: "Tabel 3.9", "2.1" or the page it stands on. A writer throws
/// <see cref="UnknownReferenceException"/> when no block has that id.
/// </summary>
internal sealed record Reference(string Id, ReferenceKind Kind = ReferenceKind.Number) : Inline;

internal enum ReferenceKind
{
    /// <summary>"Tabel 3.9", "Gambar 3.1", or a heading's number.</summary>
    Number,

    /// <summary>The number of its page, as printed there.</summary>
    Page,
}

/// <summary>Text that opens an address when clicked.</summary>
internal sealed record Link(string Text, Uri Address) : Inline;

internal sealed record LineBreak : Inline;

/// <summary>A colour that is never shown without its name. <paramref name="Hex"/> is <c>RRGGBB</c>.</summary>
internal sealed record NamedColour(string Name, string Hex);
