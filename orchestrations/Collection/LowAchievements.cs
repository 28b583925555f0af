using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Collection;

/// <param name="Why">Indonesian; for the message.</param>
internal sealed record LowAchievement(Indicator Indicator, string Why);

/// <summary>Which indicators need attention: the band is below the policy's threshold, or the year's target is out of reach.</summary>
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
            if (Band(plan, result) is { } band)
            {
                yield return new LowAchievement(
                    indicator,
                    $"Capaian triwulan {IndonesianNumber.Percent(result.Achievement.Rated!.Value, 2)}, peringkat {band.Label}."
                );
                continue;
            }

            var forecast = YearForecasts.Of(indicator, evaluated, quarter);
            if (forecast is { Reaches: false })
            {
                yield return new LowAchievement(
                    indicator,
                    $"Perkiraan akhir tahun {IndonesianNumber.Number(forecast.Value, 2)} {indicator.Measure}, "
                        + $"target {evaluated.TargetText}."
                );
            }
        }
    }

    private static RatingBand? Band(OfficePlan plan, QuarterResult result) =>
        result.Achievement.Rated is { } value && value <= plan.Policy.SupportsFrom
            ? plan.RatingScale.Rate(value)
            : null;
}
