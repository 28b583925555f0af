namespace Sakip.Documents.Pdf.Layout;

/// <summary>Distributes a section's flows over pages of a height.</summary>
internal sealed class Paginator(float pageHeight)
{
    private readonly List<List<PlacedFlow>> _pages =
    [
        [],
    ];
    private float _y;
    private float _spaceAfter;

    public static IReadOnlyList<IReadOnlyList<PlacedFlow>> Paginate(IReadOnlyList<Flow> flows, float pageHeight)
    {
        var paginator = new Paginator(pageHeight);
        for (var i = 0; i < flows.Count; i++)
        {
            if (flows[i].BreakBefore || (flows[i].KeepWithNext && !paginator.AtTop && !paginator.ChainFits(flows, i)))
            {
                paginator.NewPage();
            }

            paginator.Place(flows[i]);
        }

        return [.. paginator._pages.Where(page => page.Count > 0)];
    }

    private bool AtTop => _pages[^1].Count == 0;

    private float Gap(Flow flow) => AtTop ? 0 : Math.Max(_spaceAfter, flow.SpaceBefore);

    // Whether what must stay together, from the first flow on, ends on this page; what fills more than a page may be torn.
    private bool ChainFits(IReadOnlyList<Flow> flows, int first)
    {
        var (needed, after, i) = (Gap(flows[first]), 0f, first);
        for (; i < flows.Count && flows[i].KeepWithNext && !(i > first && flows[i].BreakBefore); i++)
        {
            needed += flows[i].Height + (i == first ? 0 : Math.Max(after, flows[i].SpaceBefore));
            after = flows[i].SpaceAfter;
        }

        needed +=
            i < flows.Count && !flows[i].BreakBefore ? Math.Max(after, flows[i].SpaceBefore) + flows[i].LeastHeight : 0;
        return needed <= pageHeight - _y || needed > pageHeight;
    }

    private void Place(Flow flow)
    {
        if (flow is BreakFlow)
        {
            return;
        }

        while (_y + Gap(flow) + flow.Height > pageHeight + 0.01f)
        {
            var available = pageHeight - _y - Gap(flow);
            if (available >= Math.Min(flow.LeastHeight, pageHeight) - 0.01f && flow.Split(available) is { } parts)
            {
                Add(parts.Head);
                flow = parts.Tail;
            }
            else if (AtTop)
            {
                break;
            }

            NewPage();
        }

        Add(flow);
    }

    private void Add(Flow flow)
    {
        _y += Gap(flow);
        _pages[^1].Add(new PlacedFlow(flow, _y));
        _y += flow.Height;
        _spaceAfter = flow.SpaceAfter;
    }

    private void NewPage()
    {
        if (!AtTop)
        {
            _pages.Add([]);
        }

        (_y, _spaceAfter) = (0, 0);
    }
}

internal readonly record struct PlacedFlow(Flow Flow, float Y);
