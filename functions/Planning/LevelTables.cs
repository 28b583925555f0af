using Sakip.Functions.Web;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>Indicators of further levels and their links as tables; nothing where the plan has none.</summary>
internal static class LevelTables
{
    public static IEnumerable<PlanTable> Of(OfficePlan plan)
    {
        if (plan.LevelIndicators is { Count: > 0 } levels)
            yield return Indicators(levels);
        if (plan.IndicatorLinks is { Count: > 0 } links)
            yield return Links(plan, links);
    }

    private static PlanTable Indicators(IReadOnlyList<LevelIndicator> levels) =>
        PlanViews.Table(
            "Indikator jenjang",
            ["Jenjang", "Unsur", "Indikator kinerja", "Satuan", "Target"],
            levels.Select(one =>
                (IReadOnlyList<string>)
                    [
                        LevelWords.Of(one.Level),
                        one.Of,
                        $"{one.Card.Name} ({one.Card.Code})",
                        one.Card.Measure,
                        one.Target.Text ?? PageWords.Number(one.Target.Value),
                    ]
            ),
            4
        );

    private static PlanTable Links(OfficePlan plan, IReadOnlyList<IndicatorLink> links)
    {
        var known = LinkedIndicator.All(plan);
        var directory = new OfficeDirectory(plan);
        return PlanViews.Table(
            "Pohon kinerja: pengampu dan induk",
            ["Indikator", "Jabatan pengampu", "Indikator induk", "Cara", "Bobot", "Uraian kontribusi"],
            links.Select(link =>
                (IReadOnlyList<string>)
                    [
                        known.GetValueOrDefault(link.Indicator)?.Card.Name ?? link.Indicator,
                        directory.Post(link.Post)?.Name ?? link.Post,
                        link.Parent is { } parent ? known.GetValueOrDefault(parent)?.Card.Name ?? parent : "–",
                        link.Way is { } way ? LevelWords.Of(way) : "–",
                        PageWords.Number(link.Weight),
                        link.Contribution ?? "–",
                    ]
            ),
            4
        );
    }
}
