namespace Sakip.Documents.Pdf.Objects;

/// <summary>One cross-reference section as it stands in the file, with every entry that it lists, in its order.</summary>
/// <param name="End">Behind the trailer, or behind the stream object's <c>endstream</c>.</param>
/// <param name="IsHybrid">A table that names a stream beside it; which of the two a reader believes is the reader's choice.</param>
internal sealed record XrefSection(
    int Offset,
    int End,
    bool IsStream,
    bool IsHybrid,
    PdfDictionary Trailer,
    IReadOnlyList<(int Number, XrefEntry Entry)> Entries
);

internal enum XrefKind
{
    Free,
    InFile,
    InObjectStream,
}

/// <summary>
/// In the file: offset and generation. In an object stream: that stream's number and the index within it.
/// </summary>
internal readonly record struct XrefEntry(XrefKind Kind, int First, int Second);
