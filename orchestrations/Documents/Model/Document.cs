namespace Sakip.Documents;

/// <summary>
/// A document as its readers will see it, before it is a file. The PDF, DOCX and XLSX writers take it as it is:
/// the same document always gives the same bytes.
/// </summary>
internal sealed record Document(DocumentInfo Info, IReadOnlyList<Section> Sections);

/// <summary>What a file says about itself. <see cref="Created"/> is the only date that a writer knows.</summary>
internal sealed record DocumentInfo(string Title, string Subject, string Author, DateTimeOffset Created)
{
    /// <summary>The language of the text as a BCP 47 tag.</summary>
    public string Language { get; init; } = "id-ID";

    /// <summary>The line at the head of every page of a numbered section.</summary>
    public string? RunningHeader { get; init; }

    /// <summary>The line at the foot of every page, such as the note on the electronic signature.</summary>
    public string? FooterNote { get; init; }

    /// <summary>What a copy for editing says in its place; it is not the document that was signed.</summary>
    public string? CopyNote { get; init; }

    /// <summary>The note stands on pages without running lines as well.</summary>
    public bool NoteOnEveryPage { get; init; }

    /// <summary>Whether the margin tells where each part comes from.</summary>
    public bool ShowsSources { get; init; }

    /// <summary>A word laid across every page, such as <c>KONSEP</c>; none when null.</summary>
    public string? Watermark { get; init; }
}
