using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Home;

/// <summary>Indicators with band and course from the newest evaluation; before the first, from the plan.</summary>
internal static class DashboardIndicators
{
    private const int PageSize = 15;
    private const int LargestChart = 12;
    private const string Unrated = "#8a96a1";

    public static IndicatorSummary Of(
        OfficePlan plan,
        YearEvaluation? evaluation,
        bool isYear,
        int page,
        string url,
        int size = PageSize
    )
    {
        var lines = new IndicatorLines(plan, url);
        IReadOnlyList<IndicatorLine> rows = evaluation is null
            ? [.. IndicatorTerms.In(plan, Quarter.Q4).Plan().Indicators().Select(lines.Planned)]
            :
            [
                .. evaluation.Indicators.Select(one =>
                    isYear ? lines.OfYear(one) : lines.OfQuarter(one, evaluation.UpTo)
                ),
            ];
        var paged = Paged.Of(rows, page, size, to => $"{url}?indikator={to}#indikator");
        var shown = paged.Rows;
        return new IndicatorSummary
        {
            Period =
                evaluation is null ? null
                : isYear ? $"Tahun {evaluation.Year}"
                : $"sampai Triwulan {evaluation.UpTo.Roman()}",
            Quarter = evaluation is null || isYear ? null : "TW " + evaluation.UpTo.Roman(),
            Rows = shown,
            Bands = evaluation is null ? [] : Bands(plan, rows),
            Chart = Picture([.. shown.Take(LargestChart).Where(row => row.Share is not null)]),
            Courses = evaluation is null
                ? []
                : [.. evaluation.Indicators.Skip((paged.Page - 1) * size).Take(LargestChart).Select(lines.Course)],
            Pager = paged.Pager,
        };
    }

    // In the scale's order, what has no band last.
    private static IReadOnlyList<(string, int, string)> Bands(OfficePlan plan, IReadOnlyList<IndicatorLine> rows)
    {
        var order = plan.RatingScale.Bands.Select(band => band.Label).ToList();
        return
        [
            .. rows.GroupBy(row => (row.Band, row.Colour))
                .OrderBy(group => order.IndexOf(group.Key.Band) is >= 0 and var at ? at : int.MaxValue)
                .Select(group => (group.Key.Band, group.Count(), group.Key.Colour ?? Unrated)),
        ];
    }

    private static Chart? Picture(IReadOnlyList<IndicatorLine> rows) =>
        rows.Count == 0
            ? null
            : new Chart(
                ChartKind.HorizontalBar,
                "Capaian indikator terhadap target: "
                    + string.Join("; ", rows.Select(row => $"{row.Name} {row.Achievement}, {row.Band}")),
                [.. rows.Select(row => row.Name)],
                [new ChartSeries("Capaian", [.. rows.Select(row => row.Share)])]
            )
            {
                Unit = "%",
                Mark = 100,
                Labels = [.. rows.Select(row => $"{row.Achievement} {row.Band}")],
                Colours = [.. rows.Select(row => (row.Colour ?? Unrated)[1..])],
            };
}
