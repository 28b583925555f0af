using System.Globalization;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Home;

/// <summary>Indicators with band and trend, and spending, from the newest evaluation; before the first, from the plan.</summary>
internal static class DashboardIndicators
{
    private const int PageSize = 15;
    private const int LargestChart = 12;

    public static IndicatorSummary Of(
        OfficePlan plan,
        YearEvaluation? evaluation,
        bool isYear,
        int page,
        string url,
        int size = PageSize
    )
    {
        var rows = evaluation is null
            ?
            [
                .. plan
                    .StrategicPlan.Indicators()
                    .Select(indicator => new IndicatorLine(
                        indicator.Name,
                        Target(plan, indicator),
                        "–",
                        "–",
                        "Belum dinilai",
                        null,
                        "–",
                        Tone.Plain
                    )),
            ]
            : evaluation
                .Indicators.Select(indicator => isYear ? Line(indicator) : Line(plan, indicator, evaluation.UpTo))
                .ToArray();
        var pages = (int)Math.Max(1, (rows.Length + (long)size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        string? Link(int to) => to >= 1 && to <= pages ? $"{url}?indikator={to}#indikator" : null;
        return new IndicatorSummary(
            evaluation is null ? null
                : isYear ? $"Tahun {evaluation.Year}"
                : $"sampai Triwulan {evaluation.UpTo.Roman()}",
            [.. rows.Skip((page - 1) * size).Take(size)],
            evaluation is null
                ? []
                :
                [
                    .. evaluation
                        .BandCounts.Where(count => count.Indicators > 0)
                        .Select(count =>
                            (count.Band?.Label ?? "Belum dinilai", count.Indicators, Colour(count.Band) ?? "#8a96a1")
                        ),
                ],
            evaluation is null ? null : Picture(evaluation, page),
            new PagerView(Link(page - 1), Link(page + 1), $"Halaman {page} dari {pages}")
        );
    }

    public static IReadOnlyList<BudgetLine> Budget(OfficePlan plan, YearEvaluation? evaluation)
    {
        if (evaluation is null)
        {
            return
            [
                new BudgetLine(0, "", plan.Unit.ShortName, PageWords.Rupiah(plan.Budget.Ceiling()), "–", "–", null),
                .. plan.Budget.Programmes.Select(programme => new BudgetLine(
                    1,
                    "",
                    programme.Name,
                    PageWords.Rupiah(programme.Ceiling()),
                    "–",
                    "–",
                    null
                )),
            ];
        }

        return
        [
            .. evaluation
                .Budget.All()
                .Where(node => node.Level != BudgetLevel.SubActivity)
                .Take(60)
                .Select(node => new BudgetLine(
                    (int)node.Level,
                    node.Number,
                    node.Name,
                    PageWords.Rupiah(node.Ceiling),
                    PageWords.Rupiah(node.Realisation ?? node.Known),
                    node.Absorption.Rounded is { } share ? PageWords.Number(share) + "%" : "belum lengkap",
                    node.Absorption.Exact ?? (node.Ceiling > 0 ? node.Known / node.Ceiling * 100m : null)
                )),
        ];
    }

    private static IndicatorLine Line(IndicatorEvaluation indicator)
    {
        var (trend, tone) = Trend(indicator.LastYear);
        return new IndicatorLine(
            indicator.Name,
            indicator.TargetText,
            indicator.RealisationText,
            indicator.AchievementShown.Rounded is { } shown
                ? PageWords.Number(shown) + "%"
                : indicator.AchievementShown.Note ?? "–",
            indicator.Band?.Label ?? "Belum dinilai",
            Colour(indicator.Band),
            trend,
            tone
        );
    }

    // In the year a quarter is held against its own target and the same quarter of last year; last year's whole is
    // nothing to hold it against.
    private static IndicatorLine Line(OfficePlan plan, IndicatorEvaluation indicator, Quarter quarter)
    {
        var own = indicator.Quarters.First(result => result.Quarter == quarter);
        var known = plan.StrategicPlan.Indicators().FirstOrDefault(one => one.Code == indicator.Code);
        var target =
            own.Target is { } planned && known is not null ? IndicatorEvaluator.Show(known, planned)
            : quarter == Quarter.Q4 ? indicator.TargetText
            : "–";
        var band = plan.RatingScale.Rate(own.Achievement.Rated);
        var (trend, tone) = Trend((indicator.LastYear?.Quarter ?? Quarter.Q4) == quarter ? indicator.LastYear : null);
        return new IndicatorLine(
            indicator.Name,
            $"{target} (tahun: {indicator.TargetText})",
            own.RealisationText,
            (
                own.Achievement.Exact is { } exact
                    ? PageWords.Number(decimal.Round(exact, 2)) + "%"
                    : own.Achievement.Note ?? "–"
            ) + (indicator.AchievementShown.Rounded is { } year ? $" (tahun: {PageWords.Number(year)}%)" : ""),
            band?.Label ?? (own.Achievement.Note == Achievements.NotDueNote ? "Belum jatuh tempo" : "Belum dinilai"),
            Colour(band),
            trend,
            tone
        );
    }

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

    private static Chart? Picture(YearEvaluation evaluation, int page)
    {
        var shown = evaluation
            .Indicators.Skip((page - 1) * PageSize)
            .Take(LargestChart)
            .Where(indicator => indicator.AchievementShown.Rounded is not null)
            .ToArray();
        return shown.Length == 0
            ? null
            : new Chart(
                ChartKind.HorizontalBar,
                "Capaian indikator: "
                    + string.Join(
                        "; ",
                        shown.Select(one => $"{one.Name} {PageWords.Number(one.AchievementShown.Rounded)}%")
                    ),
                [.. shown.Select(indicator => indicator.Name)],
                [new ChartSeries("Capaian", [.. shown.Select(indicator => indicator.AchievementShown.Rounded)])]
            )
            {
                Unit = "%",
            };
    }

    private static string? Colour(RatingBand? band) =>
        band is null ? null
        : band.Colour.StartsWith('#') ? band.Colour
        : "#" + band.Colour;

    private static string Target(OfficePlan plan, Indicator indicator)
    {
        var target = plan.AnnualPlan.Targets.FirstOrDefault(one => one.Indicator == indicator.Code);
        return target?.Text ?? $"{PageWords.Number(target?.Value)} {indicator.Measure}";
    }
}
