using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Collection;

/// <param name="IsForecast">The quarter's own target was not missed; the year's will be, as things go.</param>
/// <param name="Why">Indonesian; the figures, for the message.</param>
internal sealed record LowAchievement(Indicator Indicator, bool IsForecast, string Why);

/// <summary>Which indicators need attention: the quarter's agreed target was missed, or the year's is out of reach.</summary>
internal static class LowAchievements
{
    public static IEnumerable<LowAchievement> Of(OfficePlan plan, YearEvaluation evaluation, Quarter quarter)
    {
        foreach (var indicator in plan.StrategicPlan.Indicators())
        {
            var evaluated = evaluation.Indicators.FirstOrDefault(one => one.Code == indicator.Code);
            var result = evaluated?.Quarters.FirstOrDefault(one => one.Quarter == quarter);
            if (evaluated is null || result is null)
                continue;
            var year = $"Target tahun {Figure(evaluated.TargetText, indicator)}.";
            if (result.Achievement.Rated is < 100m and var rated)
            {
                var target = result.Target is { } own ? IndicatorEvaluator.Show(indicator, own) : evaluated.TargetText;
                yield return new LowAchievement(
                    indicator,
                    IsForecast: false,
                    $"Target triwulan {Figure(target, indicator)}, realisasi {Figure(result.RealisationText, indicator)}, "
                        + $"capaian {IndonesianNumber.Percent(rated, 2)}. {year}"
                );
                continue;
            }

            if (YearForecasts.Of(indicator, evaluated, quarter) is { Reaches: false } forecast)
            {
                var value = IndicatorEvaluator.Show(indicator, decimal.Round(forecast.Value, 2));
                yield return new LowAchievement(
                    indicator,
                    IsForecast: true,
                    $"Prakiraan akhir tahun {Figure(value, indicator)} ({forecast.Method}). {year}"
                );
            }
        }
    }

    // "87%" and "WTP" say their measure; "4 Dokumen" needs it.
    private static string Figure(string shown, Indicator indicator) =>
        indicator.Kind is ValueKind.Percent or ValueKind.Text || shown == "-" ? shown : $"{shown} {indicator.Measure}";
}
