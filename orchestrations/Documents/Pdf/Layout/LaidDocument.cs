namespace Sakip.Documents.Pdf.Layout;

/// <summary>A page with all that is on it.</summary>
/// <param name="Label">The printed number; empty where there is none.</param>
internal sealed record LaidPage(Section Section, string Label, IReadOnlyList<PlacedFlow> Flows)
{
    public bool IsLandscape => Section.Orientation == PageOrientation.Landscape;

    public float Width => IsLandscape ? Theme.LongSide : Theme.ShortSide;

    public float Height => IsLandscape ? Theme.ShortSide : Theme.LongSide;
}

/// <summary>A document on its pages. References and contents tell pages, so it is laid out until they no longer move.</summary>
internal sealed class LaidDocument
{
    private const int MostPasses = 6;

    private readonly Dictionary<string, (int Page, string Label)> _places = new(StringComparer.Ordinal);

    private LaidDocument(IReadOnlyList<LaidPage> pages)
    {
        Pages = pages;
        foreach (var (i, page) in pages.Index())
        {
            foreach (var placed in page.Flows)
            {
                if (placed.Flow.Id is { } id) _places.TryAdd(id, (i + 1, page.Label));
            }
        }
    }

    public IReadOnlyList<LaidPage> Pages { get; }

    /// <summary>Pages by id, counted from 1.</summary>
    public IReadOnlyDictionary<string, int> PageOfId => _places.ToDictionary(place => place.Key, place => place.Value.Page);

    public static LaidDocument Of(Document document, FontLibrary fonts)
    {
        var labels = new Labels(document);
        var laid = new LaidDocument([]);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = laid;
            laid = new LaidDocument(Lay(document, labels, fonts, id => before.LabelOf(id)));
            if (laid._places.Count == before._places.Count
                && laid._places.All(place => before._places.GetValueOrDefault(place.Key) == place.Value))
            {
                break;
            }
        }

        return laid;
    }

    private string LabelOf(string id) => _places.TryGetValue(id, out var place) ? place.Label : "00";

    private static List<LaidPage> Lay(Document document, Labels labels, FontLibrary fonts, Func<string, string> pageOf)
    {
        var breaker = new LineBreaker(fonts);
        var setter = new BlockSetter(
            breaker, new InlineSetter(labels, pageOf), new ContentsSetter(document, breaker, pageOf));
        var pages = new List<LaidPage>();
        var number = 0;
        foreach (var section in document.Sections)
        {
            var isLandscape = section.Orientation == PageOrientation.Landscape;
            var width = (isLandscape ? Theme.LongSide : Theme.ShortSide) - Theme.MarginLeft - Theme.MarginRight;
            var height = (isLandscape ? Theme.ShortSide : Theme.LongSide) - Theme.MarginTop - Theme.MarginBottom;
            if (section.Numbering.StartAt is { } start) number = start - 1;
            Flow[] flows = [.. section.Blocks.SelectMany(block => setter.Set(block, width))];
            foreach (var page in Paginator.Paginate(flows, height))
            {
                if (section.Numbering.Style != NumberStyle.None) number++;
                pages.Add(new LaidPage(section, PageNumbers.Format(section.Numbering.Style, number), page));
            }
        }

        return pages;
    }
}
