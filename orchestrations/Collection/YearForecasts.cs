using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Collection;

/// <param name="Value">What the indicator comes to by the year's end if it goes on like this.</param>
/// <param name="Reaches">Whether that meets the year's target; null where there is no number to meet.</param>
/// <param name="Method">How it was reckoned, in Indonesian.</param>
internal sealed record YearForecast(decimal Value, bool? Reaches, string Method);

/// <summary>
/// Carries the year's quarters forward to its end along the agreed path: the year ends as far above or below its target as
/// the last quarter that owed anything did above or below its own.
/// </summary>
internal static class YearForecasts
{
    /// <summary>Null while nothing was due and reported, or where the indicator is in words.</summary>
    public static YearForecast? Of(Indicator indicator, IndicatorEvaluation evaluated, Quarter quarter)
    {
        var known = evaluated.Quarters.Where(result => result.Quarter <= quarter && result.Realisation is not null);
        if (quarter == Quarter.Q4)
        {
            return known.LastOrDefault() is { } last
                ? Made(indicator, evaluated, last.Realisation!.Value, "realisasi tahun")
                : null;
        }

        return known.LastOrDefault(result => result.Target is > 0m) is { } due && evaluated.Target?.Value is { } year
            ? Made(
                indicator,
                evaluated,
                year * due.Realisation!.Value / due.Target!.Value,
                "menurut jalur target triwulan"
            )
            : null;
    }

    private static YearForecast Made(Indicator indicator, IndicatorEvaluation evaluated, decimal value, string method)
    {
        // A share of a whole does not pass the whole.
        if (indicator.Kind == ValueKind.Percent && evaluated.Denominator is not null)
            value = Math.Min(value, 100m);
        value = Math.Max(value, 0m);
        return new YearForecast(value, Reaches(indicator.Polarity, evaluated.Target, value), method);
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
