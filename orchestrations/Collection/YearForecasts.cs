using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Collection;

/// <param name="Value">What the indicator comes to by the year's end if it goes on like this.</param>
/// <param name="Reaches">Whether that meets the year's target; null where there is no number to meet.</param>
/// <param name="Method">How it was reckoned, in Indonesian.</param>
internal sealed record YearForecast(decimal Value, bool? Reaches, string Method);

/// <summary>Carries the year's quarters forward to its end, by the indicator's rule of consolidation.</summary>
internal static class YearForecasts
{
    private const int FewestPoints = 2;

    /// <summary>Null while nothing is reported, or the indicator is in words.</summary>
    public static YearForecast? Of(Indicator indicator, IndicatorEvaluation evaluated, Quarter quarter)
    {
        var known = evaluated
            .Quarters.Where(result => result.Quarter <= quarter && result.Realisation is not null)
            .Select(result => (At: (decimal)result.Quarter, Value: result.Realisation!.Value))
            .ToList();
        if (known.Count == 0)
            return null;
        var last = known[^1];
        var (value, method) = (indicator.Consolidation, quarter) switch
        {
            (_, Quarter.Q4) => (last.Value, "realisasi tahun"),
            (Consolidation.Average, _) => (last.Value, "rata-rata sampai triwulan ini"),
            (Consolidation.Sum, _) when indicator.Kind != ValueKind.Percent => (
                last.Value / last.At * 4m,
                "jumlah sampai triwulan ini, disetahunkan"
            ),
            (Consolidation.Sum, _) => (last.Value, "persentase sampai triwulan ini"),
            _ when known.Count >= FewestPoints => (Line(known), "garis lurus melalui nilai triwulan"),
            _ => (last.Value, "nilai terakhir"),
        };
        if (indicator.Kind == ValueKind.Percent && evaluated.Denominator is not null)
            value = Math.Min(value, 100m);
        value = Math.Max(value, 0m);
        return new YearForecast(value, Reaches(indicator.Polarity, evaluated.Target, value), method);
    }

    private static decimal Line(List<(decimal At, decimal Value)> known)
    {
        var (meanAt, mean) = (known.Average(point => point.At), known.Average(point => point.Value));
        var slope =
            known.Sum(point => (point.At - meanAt) * (point.Value - mean))
            / known.Sum(point => (point.At - meanAt) * (point.At - meanAt));
        return mean + slope * ((decimal)Quarter.Q4 - meanAt);
    }

    private static bool? Reaches(Polarity polarity, TargetValue? target, decimal value) =>
        (polarity, target?.Value) switch
        {
            (_, null) => null,
            (Polarity.Maximise, { } least) => value >= least,
            (Polarity.Minimise, { } most) => value <= most,
            var (_, lower) => value >= lower && value <= (target!.Upper ?? lower),
        };
}
