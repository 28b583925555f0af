using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>Rules on the tree of indicators that an agreement stands on; they speak only where the plan has one.</summary>
internal static class TreeRules
{
    private const string Place = "Pohon kinerja";
    private const int Told = 20;

    public static IEnumerable<Contradiction> Check(AgreementCase agreement)
    {
        if (!TreeGaps.IsStated(agreement.Plan))
            return [];
        var gaps = TreeGaps.Of(agreement.Plan.WithTargets(agreement.Terms.Targets), agreement.Budget, agreement.On);
        return [.. gaps.Select(Of).OfType<Contradiction>(), .. WithoutCarrier(gaps)];
    }

    private static Contradiction? Of(TreeGap gap) =>
        gap.Kind switch
        {
            TreeGapKind.Chain or TreeGapKind.Objective => Found("K-PH-01", gap),
            TreeGapKind.Target => Found("K-PH-02", gap),
            TreeGapKind.Carriers => Found("K-PH-03", gap),
            _ => null,
        };

    private static Contradiction Found(string code, TreeGap gap) =>
        new(
            code,
            $"{gap.About}: {gap.What}",
            [$"{Place}, {gap.About}", $"Lembar {SheetNames.IndicatorLinks}"],
            gap.WayOut,
            gap.Stated,
            gap.Expected
        );

    // One finding for all of them; an office that measures no sub-activity at all has chosen so.
    private static IEnumerable<Contradiction> WithoutCarrier(IReadOnlyList<TreeGap> gaps)
    {
        var open = gaps.Where(gap => gap.Kind == TreeGapKind.Element)
            .Where(gap =>
                gap.Node?.StartsWith(TreeIds.Element(IndicatorLevel.SubActivity, ""), StringComparison.Ordinal) == true
            )
            .Select(gap => gap.Node![TreeIds.Element(IndicatorLevel.SubActivity, "").Length..])
            .ToList();
        if (open.Count == 0)
            yield break;
        yield return new(
            "K-PH-03",
            $"{open.Count} sub kegiatan belum mempunyai jabatan pengampu.",
            [Place, $"Lembar {SheetNames.IndicatorLinks}"],
            "Beri indikator dan pengampunya, atau jelaskan mengapa tidak.",
            Listed(open),
            "satu jabatan setiap sub kegiatan",
            AtMost: FindingLevel.Info
        );
    }

    private static string Listed(List<string> codes) =>
        string.Join(", ", codes.Take(Told)) + (codes.Count > Told ? $", dan {codes.Count - Told} lainnya" : "");
}
