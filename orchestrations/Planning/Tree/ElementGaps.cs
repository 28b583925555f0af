using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Gaps between the budget's tree and the indicators that are to measure it.</summary>
internal sealed class ElementGaps(OfficePlan plan, Budget budget, IReadOnlyDictionary<string, IndicatorLink> links)
{
    private readonly ILookup<(IndicatorLevel Level, string Of), LevelIndicator> _of = (
        plan.LevelIndicators ?? []
    ).ToLookup(one => (one.Level, one.Of));

    public IEnumerable<TreeGap> All() => [.. Unmeasured(), .. Gone(), .. SeveralCarriers()];

    // A level that the office does not use at all is said once, not for each of its rows.
    private IEnumerable<TreeGap> Unmeasured()
    {
        foreach (var level in new[] { IndicatorLevel.Programme, IndicatorLevel.Activity, IndicatorLevel.SubActivity })
        {
            var elements = Elements(level).ToList();
            var open = elements
                .Where(one => !_of[(level, one.Code)].Any(own => links.ContainsKey(own.Card.Code)))
                .ToList();
            var word = LevelWords.Of(level);
            if (open.Count > 0 && open.Count == elements.Count)
            {
                yield return new(
                    TreeGapKind.Element,
                    null,
                    $"Jenjang {word.ToLowerInvariant()}",
                    $"Belum satu pun dari {IndonesianNumber.Number(elements.Count, 0)} {word.ToLowerInvariant()} mempunyai indikator yang tertaut.",
                    $"Tambahkan di lembar {SheetNames.LevelIndicators} dan {SheetNames.IndicatorLinks} bila jenjang ini dipakai."
                );
                continue;
            }

            foreach (var (code, name) in open)
            {
                yield return new(
                    TreeGapKind.Element,
                    TreeIds.Element(level, code),
                    $"{word} {code} {name}",
                    "Belum mempunyai indikator yang tertaut.",
                    $"Tambahkan indikatornya di lembar {SheetNames.LevelIndicators}, lalu tautkan di lembar {SheetNames.IndicatorLinks}."
                );
            }
        }
    }

    private IEnumerable<TreeGap> Gone()
    {
        foreach (var one in (plan.LevelIndicators ?? []).Where(one => one.Level > IndicatorLevel.Objective))
        {
            if (Elements(one.Level).Any(element => element.Code == one.Of))
                continue;
            yield return new(
                TreeGapKind.Chain,
                TreeIds.Indicator(one.Card.Code),
                $"{one.Card.Name} ({one.Card.Code})",
                $"{LevelWords.Of(one.Level)} {one.Of} tidak ada lagi dalam anggaran yang berlaku ({budget.Number}).",
                $"Ganti kode unsurnya, atau hapus indikatornya di lembar {SheetNames.LevelIndicators}."
            );
        }
    }

    private IEnumerable<TreeGap> SeveralCarriers()
    {
        foreach (var sub in budget.SubActivities())
        {
            var posts = _of[(IndicatorLevel.SubActivity, sub.Code)]
                .Select(one => links.GetValueOrDefault(one.Card.Code)?.Post)
                .OfType<string>()
                .Distinct()
                .ToList();
            if (posts.Count < 2)
                continue;
            yield return new(
                TreeGapKind.Carriers,
                TreeIds.Element(IndicatorLevel.SubActivity, sub.Code),
                $"Sub kegiatan {sub.Code} {sub.Name}",
                $"Diampu {posts.Count} jabatan: {string.Join(", ", posts)}.",
                "Pilih satu jabatan pengampu untuk semua indikator sub kegiatan ini.",
                string.Join(", ", posts),
                "satu jabatan"
            );
        }
    }

    private IEnumerable<(string Code, string Name)> Elements(IndicatorLevel level) =>
        level switch
        {
            IndicatorLevel.Programme => budget.Programmes.Select(one => (one.Code, one.Name)),
            IndicatorLevel.Activity => budget.Activities().Select(one => (one.Code, one.Name)),
            _ => budget.SubActivities().Select(one => (one.Code, one.Name)),
        };
}
