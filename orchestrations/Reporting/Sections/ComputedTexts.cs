using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>Sentences that follow from data. They stand where nobody wrote a text of their own, so that no table is mute.</summary>
internal static class ComputedTexts
{
    public static IReadOnlyList<Block> LastYear(ReportContext context) =>
        Items(
            context,
            one =>
                one.LastYear is { } last && last.Before.Realisation is not null && one.Realisation is not null
                    ? $"{one.Name}: realisasi {one.RealisationText}, {Change(last, one)} dari tahun {context.Year - 1} "
                        + $"({last.Before.RealisationText}); capaian {context.Percent(one.AchievementShown, "3.3")} dari semula "
                        + $"{context.Percent(last.Before.Achievement, "3.3")}"
                    : $"{one.Name}: realisasi {one.RealisationText}; tidak ada data tahun {context.Year - 1} untuk dibandingkan"
        );

    public static IReadOnlyList<Block> SeveralYears(ReportContext context) =>
        Items(
            context,
            one =>
            {
                var known = one.Years.Where(year => year.Realisation is not null).ToList();
                return known.Count < 2
                    ? $"{one.Name}: belum ada dua tahun dengan realisasi yang dapat dibandingkan"
                    : $"{one.Name}: dari {known[0].RealisationText} pada tahun {known[0].Year} menjadi "
                        + $"{known[^1].RealisationText} pada tahun {known[^1].Year}";
            }
        );

    public static IReadOnlyList<Block> Progress(ReportContext context) =>
        Items(
            context,
            one =>
                $"{one.Name}: tingkat kemajuan {context.Percent(one.Progress.Progress, "3.5")} terhadap target tahun "
                + $"{one.Progress.EndYear} sebesar {one.Progress.TargetText}"
        );

    public static IReadOnlyList<Block> Efficiency(ReportContext context) =>
        Items(
            context,
            one =>
                $"{one.Name}: capaian kinerja {context.Percent(one.AchievementShown, "3.3")} dengan serapan anggaran "
                + $"{context.Percent(one.Efficiency.Absorption, "3.9")}, tingkat efisiensi "
                + $"{context.Percent(one.Efficiency.Efficiency.Value, "3.7")}"
        );

    public static IReadOnlyList<Block> Indicator(ReportContext context, IndicatorEvaluation one) =>
        [
            new Paragraph(
                $"{one.Name} pada tahun {context.Year} ditargetkan {one.TargetText} dan terealisasi {one.RealisationText}, "
                    + $"sehingga capaiannya {context.Percent(one.AchievementShown, "3.3")}"
                    + (one.Band is { } band ? $" dengan peringkat {band.Label}." : ".")
            ).From(PartSource.Computed),
        ];

    public static IReadOnlyList<Block> Programme(ReportContext context, BudgetNode node) =>
        [
            new Paragraph(
                $"Pagu {node.Name} sebesar {IndonesianNumber.Rupiah(node.Ceiling)} terealisasi "
                    + $"{IndonesianNumber.Rupiah(node.Known)} atau {context.Percent(node.Absorption, BudgetTree.Table)}."
            ).From(PartSource.Computed),
        ];

    public static IReadOnlyList<Block> Budget(ReportContext context) =>
        [
            new Paragraph(
                $"Pagu anggaran {context.ShortUnit} tahun {context.Year} sebesar "
                    + $"{IndonesianNumber.Rupiah(context.Evaluation.Budget.Ceiling)} terealisasi "
                    + $"{IndonesianNumber.Rupiah(context.Evaluation.Budget.Known)} atau "
                    + $"{context.Percent(context.Evaluation.Budget.Absorption, BudgetTree.Table)}. Persentase keseluruhan dihitung dari "
                    + "jumlah realisasi terhadap jumlah pagu."
            ).From(PartSource.Computed),
        ];

    private static string Change(YearComparison last, IndicatorEvaluation one)
    {
        var amount =
            IndonesianNumber.Natural(Math.Abs(last.Change.Exact ?? 0), 0)
            + (one.Measure == "Persen" ? " poin" : " " + one.Measure.ToLowerInvariant());
        return last.Direction switch
        {
            Direction.Up => $"meningkat {amount}",
            Direction.Down => $"menurun {amount}",
            _ => "tetap",
        };
    }

    private static IReadOnlyList<Block> Items(ReportContext context, Func<IndicatorEvaluation, string> say) =>
        context.Evaluation.Indicators.Count == 0
            ? []
            :
            [
                new BlockList(ListStyle.Bullet, Sentences.Of([.. context.Evaluation.Indicators.Select(say)])).From(
                    PartSource.Computed
                ),
            ];
}
