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
                if (placed.Flow.Id is { } id)
                    _places.TryAdd(id, (i + 1, page.Label));
            }
        }
    }

    public IReadOnlyList<LaidPage> Pages { get; }

    /// <summary>Pages by id, counted from 1.</summary>
    public IReadOnlyDictionary<string, int> PageOfId =>
        _places.ToDictionary(place => place.Key, place => place.Value.Page);

    public static LaidDocument Of(Document document, FontLibrary fonts)
    {
        var labels = new Labels(document);
        var laid = new LaidDocument([]);
        var kept = new Dictionary<Block, Flow[]>(ReferenceEqualityComparer.Instance);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = laid;
            laid = new LaidDocument(Lay(document, labels, fonts, id => before.LabelOf(id), kept));
            if (
                laid._places.Count == before._places.Count
                && laid._places.All(place => before._places.GetValueOrDefault(place.Key) == place.Value)
            )
            {
                break;
            }
        }

        return laid;
    }

    private string LabelOf(string id) => _places.TryGetValue(id, out var place) ? place.Label : "00";

    /// <param name="kept">What no page number changes is set in the first pass and taken from here in the later ones.</param>
    private static List<LaidPage> Lay(
        Document document,
        Labels labels,
        FontLibrary fonts,
        Func<string, string> pageOf,
        Dictionary<Block, Flow[]> kept
    )
    {
        var breaker = new LineBreaker(fonts);
        var setter = new BlockSetter(
            breaker,
            new InlineSetter(labels, pageOf),
            new ContentsSetter(document, breaker, pageOf),
            document.Info.ShowsSources
        );
        var pages = new List<LaidPage>();
        var number = 0;
        foreach (var run in PageRun.Of(document.Sections))
        {
            if (run.First.Numbering.StartAt is { } start)
                number = start - 1;
            Flow[] flows = [.. run.Blocks.SelectMany(block => Set(block, run.Width))];
            foreach (var page in Paginator.Paginate(flows, run.Height))
            {
                if (run.First.Numbering.Style != NumberStyle.None)
                    number++;
                pages.Add(new LaidPage(run.First, PageNumbers.Format(run.First.Numbering.Style, number), page));
            }
        }

        return pages;

        Flow[] Set(Block block, float width)
        {
            if (kept.TryGetValue(block, out var known))
                return known;
            Flow[] set = [.. setter.Set(block, width)];
            if (!PageReferences.In(block))
                kept[block] = set;
            return set;
        }
    }
}
