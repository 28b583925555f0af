using System.Globalization;
using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Home;

/// <summary>One indicator as a line: as planned, in the midst of the year, or at its end.</summary>
internal sealed class IndicatorLines(OfficePlan plan, string url)
{
    public IndicatorLine Planned(Indicator indicator)
    {
        var target = plan.AnnualPlan.Targets.FirstOrDefault(one => one.Indicator == indicator.Code);
        return new IndicatorLine
        {
            Name = indicator.Name,
            Target =
                target?.Text
                ?? (
                    indicator.Kind == ValueKind.Percent
                        ? IndicatorEvaluator.Show(indicator, target?.Value)
                        : $"{PageWords.Number(target?.Value)} {indicator.Measure}"
                ),
            Realisation = "–",
            Achievement = "–",
            Band = "Belum dinilai",
            Colour = null,
            Trend = "–",
            TrendTone = Tone.Plain,
            Url = $"{url}/rencana",
        };
    }

    public IndicatorLine OfYear(IndicatorEvaluation indicator)
    {
        var (trend, tone) = Trend(indicator.LastYear);
        return new IndicatorLine
        {
            Name = indicator.Name,
            Target = indicator.TargetText,
            Realisation = indicator.RealisationText,
            Achievement = Percent(indicator.AchievementShown),
            Band = indicator.Band?.Label ?? "Belum dinilai",
            Colour = Colour(indicator.Band),
            Trend = trend,
            TrendTone = tone,
            Url = FigureUrl(indicator),
            Share = indicator.AchievementShown.Rounded,
        };
    }

    /// <summary>
    /// In the year a quarter is held against its own target and the same quarter of last year; last year's whole is nothing
    /// to hold it against.
    /// </summary>
    public IndicatorLine OfQuarter(IndicatorEvaluation indicator, Quarter quarter)
    {
        var own = indicator.Quarters.First(result => result.Quarter == quarter);
        var known = plan.StrategicPlan.Indicators().FirstOrDefault(one => one.Code == indicator.Code);
        var band = plan.RatingScale.Rate(own.Achievement.Rated);
        var (trend, tone) = Trend((indicator.LastYear?.Quarter ?? Quarter.Q4) == quarter ? indicator.LastYear : null);
        return new IndicatorLine
        {
            Name = indicator.Name,
            Target =
                own.Target is { } planned && known is not null ? IndicatorEvaluator.Show(known, planned)
                : quarter == Quarter.Q4 ? indicator.TargetText
                : "–",
            Realisation = own.RealisationText,
            Achievement = own.Achievement.Exact is { } exact
                ? PageWords.Number(decimal.Round(exact, 2)) + "%"
                : own.Achievement.Note ?? "–",
            Band =
                band?.Label
                ?? (own.Achievement.Note == Achievements.NotDueNote ? "Belum jatuh tempo" : "Belum dinilai"),
            Colour = Colour(band),
            Trend = trend,
            TrendTone = tone,
            Url = FigureUrl(indicator),
            YearTarget = indicator.TargetText,
            YearAchievement = Percent(indicator.AchievementShown),
            YearShare = indicator.AchievementShown.Exact,
            Share = own.Achievement.Exact is { } share ? decimal.Round(share, 2) : null,
        };
    }

    /// <summary>The indicator over the quarters beside its agreed path, which goes on to the year's end.</summary>
    public CourseView Course(IndicatorEvaluation indicator)
    {
        var planned = plan.AnnualPlan.Targets.FirstOrDefault(one => one.Indicator == indicator.Code);
        var results = indicator.Quarters.ToDictionary(result => result.Quarter);
        return new CourseView(
            $"{indicator.Name} ({indicator.Measure})",
            FigureUrl(indicator),
            "Target triwulan",
            "Realisasi",
            [
                .. Quarters.All.Select(quarter =>
                    (results.GetValueOrDefault(quarter)?.Target ?? planned?.Quarterly?[(int)quarter - 1])
                    ?? (quarter == Quarter.Q4 ? indicator.Target?.Value : null)
                ),
            ],
            [.. Quarters.All.Select(quarter => results.GetValueOrDefault(quarter)?.Realisation)]
        );
    }

    public static string? Colour(RatingBand? band) =>
        band is null ? null
        : band.Colour.StartsWith('#') ? band.Colour
        : "#" + band.Colour;

    private string FigureUrl(IndicatorEvaluation indicator) =>
        $"{url}/angka/{Uri.EscapeDataString("capaian." + indicator.Code)}";

    private static string Percent(Computed value) =>
        value.Rounded is { } shown ? PageWords.Number(shown) + "%" : value.Note ?? "–";

    private static (string, Tone) Trend(YearComparison? comparison) =>
        comparison switch
        {
            null or { Direction: null } => ("–", Tone.Plain),
            { Direction: Direction.Same } => (
                $"tetap ({comparison.Before.RealisationText} pada {Period(comparison)})",
                Tone.Plain
            ),
            _ => (
                $"{(comparison.Direction == Direction.Up ? "naik" : "turun")} dari {comparison.Before.RealisationText} "
                    + $"({Period(comparison)}){(comparison.Better switch { true => ", membaik", false => ", memburuk", null => "" })}",
                comparison.Better switch
                {
                    true => Tone.Good,
                    false => Tone.Bad,
                    null => Tone.Plain,
                }
            ),
        };

    private static string Period(YearComparison comparison) =>
        (comparison.Quarter is { } quarter ? $"TW {quarter.Roman()} " : "")
        + comparison.Before.Year.ToString(CultureInfo.InvariantCulture);
}
