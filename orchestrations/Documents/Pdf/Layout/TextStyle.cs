namespace Sakip.Documents.Pdf.Layout;

/// <summary>How a stretch of text looks and where a click on it leads: <c>#id</c>, an address, or nowhere.</summary>
internal readonly record struct TextStyle(Face Face, float Size, uint Colour = Theme.Ink)
{
    public bool Underline { get; init; }

    public string? Target { get; init; }

    public TextStyle With(bool bold, bool italic) =>
        this with
        {
            Face = Face | (bold ? Face.Bold : 0) | (italic ? Face.Italic : 0),
        };
}

internal readonly record struct StyledText(string Text, TextStyle Style);
