namespace Sakip.Documents.Pdf.Layout;

/// <summary>Sections that share their pages: one that begins a page, and those that continue it.</summary>
internal sealed record PageRun(Section First, IReadOnlyList<Block> Blocks)
{
    private bool IsLandscape => First.Orientation == PageOrientation.Landscape;

    public float Width => (IsLandscape ? Theme.LongSide : Theme.ShortSide) - Theme.MarginLeft - Theme.MarginRight;

    public float Height => (IsLandscape ? Theme.ShortSide : Theme.LongSide) - Theme.MarginTop - Theme.MarginBottom;

    public static IReadOnlyList<PageRun> Of(IReadOnlyList<Section> sections)
    {
        var runs = new List<PageRun>();
        foreach (var section in sections)
        {
            if (section.Continues && runs.Count > 0)
                runs[^1] = runs[^1] with { Blocks = [.. runs[^1].Blocks, .. section.Blocks] };
            else
                runs.Add(new PageRun(section, section.Blocks));
        }

        return runs;
    }
}
