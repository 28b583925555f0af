using System.Text;
using Sakip.Documents.Pdf.Layout;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Documents.Pdf;

/// <summary>The outline (bookmarks) of a file, from its headings.</summary>
internal sealed class Outline(PdfUpdate update, IReadOnlyList<PdfPage> pages, LaidDocument laid)
{
    public PdfReference Write(IReadOnlyList<Heading> headings)
    {
        var root = update.Reserve();
        var (first, last, count) = Children(headings, 0, headings.Count, root);
        update.Replace(
            root,
            PdfDictionary.Of(
                ("Type", new PdfName("Outlines")),
                ("First", first!),
                ("Last", last!),
                ("Count", new PdfNumber(count))
            )
        );
        return root;
    }

    // Headings from..to that have no heading of a higher rank before them in the range are children of the parent.
    private (PdfReference? First, PdfReference? Last, int Count) Children(
        IReadOnlyList<Heading> headings,
        int from,
        int to,
        PdfReference parent
    )
    {
        var starts = new List<int>();
        var level = int.MaxValue;
        for (var i = from; i < to; i++)
        {
            if (headings[i].Level > level)
                continue;
            level = headings[i].Level;
            starts.Add(i);
        }

        var own = starts.ConvertAll(_ => update.Reserve());
        var count = starts.Count;
        for (var n = 0; n < starts.Count; n++)
        {
            var end = n + 1 < starts.Count ? starts[n + 1] : to;
            var below = Children(headings, starts[n] + 1, end, own[n]);
            update.Replace(own[n], Item(headings[starts[n]], parent, own, n, below));
        }

        return (own.FirstOrDefault(), own.LastOrDefault(), count);
    }

    private PdfDictionary Item(
        Heading heading,
        PdfReference parent,
        List<PdfReference> siblings,
        int index,
        (PdfReference? First, PdfReference? Last, int Count) below
    )
    {
        var page = pages[laid.PageOfId[heading.Id!] - 1].Reference;
        var title = heading.Number is { } number ? $"{number} {heading.Text}" : heading.Text;
        var item = PdfDictionary.Of(
            ("Title", new PdfString([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(title)])),
            ("Parent", parent),
            ("Dest", new PdfArray([page, new PdfName("Fit")]))
        );
        if (index > 0)
            item = item.With("Prev", siblings[index - 1]);
        if (index + 1 < siblings.Count)
            item = item.With("Next", siblings[index + 1]);
        return below.First is null
            ? item
            : item.With("First", below.First).With("Last", below.Last!).With("Count", new PdfNumber(-below.Count));
    }
}
