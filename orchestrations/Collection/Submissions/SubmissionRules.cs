using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Collection;

/// <summary>When a figure must be explained, and when its parts contradict it.</summary>
internal static class SubmissionRules
{
    /// <summary>Points by which spending and physical progress may part without a word.</summary>
    public const decimal LargestGap = 20m;

    /// <summary>What is wrong where a typed value is not what its parts give, rounded to as many decimals as were typed.</summary>
    public static string? PartsDisagree(Indicator indicator, IndicatorFigure figure)
    {
        if (Consolidations.Quotient(indicator, figure) is not { } computed || figure.Value is not { } typed)
            return null;
        var half = 0.5m;
        for (var left = Decimals(typed); left > 0; left--)
            half /= 10m;
        return Math.Abs(computed - typed) <= half
            ? null
            : $"Pembilang dibagi penyebut{indicator.Times()} memberi {IndonesianNumber.Natural(computed, 2)}, "
                + $"sedangkan yang diisi {IndonesianNumber.Natural(typed, 0)}. Samakan, atau kosongkan nilai ini agar dihitung.";
    }

    /// <summary>Why an indicator's value must be explained; null where it need not be.</summary>
    public static string? NeedsExplanation(SubmissionSheet sheet, Indicator indicator, IndicatorFigure figure)
    {
        var before = sheet.Before?.Indicators.FirstOrDefault(one => one.Indicator == indicator.Code);
        if (indicator.WordScale() is { } scale && scale.ShareOf(figure.Text) < scale.ShareOf(before?.Text))
            return Worse(before!.Text!, figure.Text!);
        if (
            Consolidations.ValueOf(indicator, figure) is not { } now
            || before is null
            || Consolidations.ValueOf(indicator, before) is not { } then
        )
        {
            return null;
        }

        if (IsWorse(sheet, indicator, then, now))
            return Worse(Shown(then), Shown(now));

        var (from, to) = (
            Band(sheet, indicator, sheet.Before!.Quarter, then),
            Band(sheet, indicator, sheet.Quarter, now)
        );
        return from is not null && to is not null && from.Label != to.Label
            ? $"Peringkat berpindah dari {from.Label} ke {to.Label}: penjelasan wajib diisi."
            : null;
    }

    /// <summary>Why a sub-activity's figures must be explained; null where they need not be.</summary>
    public static string? NeedsExplanation(SubmissionSheet sheet, Budget.SubActivity sub, SubActivityFigure figure)
    {
        if (Unlikely(sheet, sub, figure) is { } unlikely)
            return unlikely;
        if (figure is not { Spending: { } spending, PhysicalPercent: { } physical } || sub.Ceiling <= 0m)
            return null;
        var absorption = spending / sub.Ceiling * 100m;
        return Math.Abs(absorption - physical) > LargestGap
            ? $"Serapan {IndonesianNumber.Percent(absorption, 1)} dan fisik {IndonesianNumber.Percent(physical, 1)} "
                + $"berbeda lebih dari {LargestGap:0} poin: keterangan wajib diisi."
            : null;
    }

    // Figures are cumulative: what falls, stands far above its target or above its ceiling may be a slip of the pen.
    private static string? Unlikely(SubmissionSheet sheet, Budget.SubActivity sub, SubActivityFigure figure)
    {
        var before = sheet.Before?.SubActivities.FirstOrDefault(one => one.SubActivity == sub.Code);
        if (figure.Spending < before?.Spending)
        {
            return Falls(
                "Serapan",
                IndonesianNumber.Rupiah(figure.Spending.Value),
                IndonesianNumber.Rupiah(before.Spending.Value)
            );
        }

        if (figure.Output < before?.Output)
            return Falls("Keluaran", Shown(figure.Output), Shown(before.Output));
        if (figure.PhysicalPercent < before?.PhysicalPercent)
            return Falls("Fisik", Shown(figure.PhysicalPercent) + "%", Shown(before.PhysicalPercent) + "%");
        if (figure.Spending > sub.Ceiling)
        {
            return $"Serapan {IndonesianNumber.Rupiah(figure.Spending.Value)} melebihi pagu {IndonesianNumber.Rupiah(sub.Ceiling)}: "
                + "keterangan wajib diisi, misalnya pergeseran anggaran.";
        }

        return sub.OutputTarget is > 0m && figure.Output > 2m * sub.OutputTarget
            ? $"Keluaran {Shown(figure.Output)} lebih dari dua kali target {Shown(sub.OutputTarget)}: keterangan wajib diisi."
            : null;
    }

    private static string Worse(string then, string now) =>
        $"Nilai memburuk dari {then} menjadi {now}: penjelasan wajib diisi.";

    private static string Falls(string what, string now, string then) =>
        $"{what} {now} lebih kecil daripada triwulan lalu ({then}), padahal isian ini kumulatif: keterangan wajib diisi.";

    private static string Shown(decimal? value) => IndonesianNumber.Natural(value ?? 0m, 0);

    private static bool IsWorse(SubmissionSheet sheet, Indicator indicator, decimal then, decimal now) =>
        indicator.Polarity switch
        {
            Polarity.Maximise => now < then,
            Polarity.Minimise => now > then,
            _ => Target(sheet, indicator, sheet.Quarter) is { Value: { } lower } target
                && Distance(now, lower, target.Upper ?? lower) > Distance(then, lower, target.Upper ?? lower),
        };

    private static decimal Distance(decimal value, decimal lower, decimal upper) =>
        value < lower ? lower - value
        : value > upper ? value - upper
        : 0m;

    private static RatingBand? Band(SubmissionSheet sheet, Indicator indicator, Quarter quarter, decimal value) =>
        sheet.Scale.Rate(
            Achievements
                .Compute(indicator.Polarity, Target(sheet, indicator, quarter), value, words: null, sheet.Policy)
                .Rated
        );

    /// <summary>The quarter's own target, or the year's where there is none.</summary>
    public static TargetValue? Target(SubmissionSheet sheet, Indicator indicator, Quarter quarter)
    {
        var target = sheet.Terms?.Targets.FirstOrDefault(one => one.Indicator == indicator.Code);
        if (target is null)
            return null;
        return
            target.Quarterly is { } quarterly
            && quarterly.Count >= (int)quarter
            && quarterly[(int)quarter - 1] is { } own
            ? new TargetValue(own)
            : new TargetValue(target.Value, target.Upper, target.Text);
    }

    // Dividing by one with all its zeros drops trailing zeros: 56,0 was typed to as many decimals as 56.
    private static int Decimals(decimal value) => (value / 1.0000000000000000000000000000m).Scale;
}
