using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>A parent's target that its children do not come to by the stated way.</summary>
/// <param name="Period">"tahun ini", or a quarter such as "TW II".</param>
/// <param name="Yielded">What the children come to; null where one of them has no number.</param>
internal sealed record TargetMisfit(
    LinkedIndicator Parent,
    ParentWay Way,
    string Period,
    decimal? Stated,
    decimal? Yielded,
    IReadOnlyList<string> Children
)
{
    public string Words() =>
        Yielded is { } yielded && Stated is { } stated
            ? $"Target {Period} {Show(stated)}, sedangkan {Way.Noun()} target {string.Join(", ", Children)} adalah {Show(yielded)}."
            : $"Target {Period} tidak dapat dihitung sebagai {Way.Noun()} {string.Join(", ", Children)}: ada target yang bukan angka.";

    public static string Show(decimal value) => IndonesianNumber.Natural(value, 0);
}

/// <summary>Holds the targets of children against their parent's.</summary>
internal static class TargetFit
{
    private const int QuartersOfYear = 4;

    /// <summary>At most one misfit to a parent: that of the year, else the first of a quarter.</summary>
    public static IEnumerable<TargetMisfit> Of(
        IEnumerable<IndicatorLink> links,
        IReadOnlyDictionary<string, LinkedIndicator> known
    ) =>
        links
            .Where(link => link is { Parent: not null, Way: not (null or ParentWay.Words) })
            .Where(link => known.ContainsKey(link.Indicator) && known.ContainsKey(link.Parent!))
            .GroupBy(link => link.Parent!)
            .Select(group => First(known[group.Key], [.. group], known))
            .OfType<TargetMisfit>();

    private static TargetMisfit? First(
        LinkedIndicator parent,
        IReadOnlyList<IndicatorLink> children,
        IReadOnlyDictionary<string, LinkedIndicator> known
    )
    {
        if (Misfit(parent, children, known, target => target?.Value, "tahun ini") is { } year)
            return year;
        for (var q = 0; q < QuartersOfYear; q++)
        {
            var at = q;
            decimal? Quarter(AnnualTarget? target) => target?.Quarterly?.ElementAtOrDefault(at);
            // A quarter without a target on either side promises nothing.
            if (Quarter(parent.Target) is null || children.Any(one => Quarter(known[one.Indicator].Target) is null))
                continue;
            if (Misfit(parent, children, known, Quarter, "TW " + Quarters.All[q].Roman()) is { } misfit)
                return misfit;
        }

        return null;
    }

    private static TargetMisfit? Misfit(
        LinkedIndicator parent,
        IReadOnlyList<IndicatorLink> children,
        IReadOnlyDictionary<string, LinkedIndicator> known,
        Func<AnnualTarget?, decimal?> of,
        string period
    )
    {
        var way = children[0].Way!.Value;
        var stated = of(parent.Target);
        var yielded = Yield(way, [.. children.Select(one => (of(known[one.Indicator].Target), one.Weight))]);
        if (stated is { } given && yielded is { } computed && Same(given, computed, parent.Card.Precision))
            return null;
        return new(parent, way, period, stated, yielded, [.. children.Select(one => one.Indicator)]);
    }

    /// <summary>What values come to by a way; null where one of them is missing or all weights are nothing.</summary>
    public static decimal? Yield(ParentWay way, IReadOnlyList<(decimal? Value, decimal? Weight)> parts)
    {
        if (parts.Count == 0 || parts.Any(part => part.Value is null))
            return null;
        return way switch
        {
            ParentWay.Sum => parts.Sum(part => part.Value!.Value),
            ParentWay.Mean => parts.Average(part => part.Value!.Value),
            ParentWay.Weighted when parts.Sum(part => part.Weight ?? 0m) is > 0m and var weights => parts.Sum(part =>
                part.Value!.Value * (part.Weight ?? 0m)
            ) / weights,
            _ => null,
        };
    }

    // A mean is compared as it would be printed: with the decimals of the parent's target, or of its card.
    private static bool Same(decimal stated, decimal yielded, int precision)
    {
        var decimals = Math.Clamp(Math.Max(precision, stated.Scale), 0, 6);
        return Math.Round(stated, decimals, MidpointRounding.AwayFromZero)
            == Math.Round(yielded, decimals, MidpointRounding.AwayFromZero);
    }
}
