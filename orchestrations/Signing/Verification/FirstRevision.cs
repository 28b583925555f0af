using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// What the first signed revision fixes: its pages, the places that it reserves for signatures, and how often each object is referred to.
/// </summary>
internal sealed record FirstRevision(
    IReadOnlyDictionary<int, PdfPage> Pages,
    ReservedPlaces Places,
    ReferenceCounts References
)
{
    public static FirstRevision Of(PdfFile file)
    {
        var pages = new Dictionary<int, PdfPage>();
        foreach (var page in file.PagesOf())
        {
            pages.TryAdd(page.Reference.Number, page);
        }

        return new FirstRevision(pages, ReservedPlaces.Of(file, pages), ReferenceCounts.Of(file));
    }
}
