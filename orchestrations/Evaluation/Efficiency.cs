using Sakip.Planning;

namespace Sakip.Evaluation;

internal enum EfficiencyVerdict
{
    Efficient,
    Fair,
    Inefficient,

    /// <summary>Nothing was done and nothing was spent.</summary>
    NotCarriedOut,

    NotComputable,
}

/// <param name="Value">Percent (ratio, unspent share) or percentage points (difference); the rule gives a verdict alone.</param>
internal sealed record Efficiency(Computed Value, EfficiencyVerdict Verdict, string Formula);

/// <summary>Performance set against money, by the policy's method.</summary>
internal static class Efficiencies
{
    // A part of the year's work set against a part of its money says nothing of either.
    public static Efficiency NotYet(CalculationPolicy policy) =>
        new(
            Computed.Missing(ValueState.NotComputable, "Dihitung setelah triwulan IV."),
            EfficiencyVerdict.NotComputable,
            EfficiencyWay.Of(policy.Efficiency).Formula
        );

    public static Efficiency Compute(
        Achievement achievement,
        Computed absorption,
        CalculationPolicy policy,
        string table = "3.7"
    )
    {
        var way = EfficiencyWay.Of(policy.Efficiency);
        if (achievement.Exact is not { } performance)
        {
            return new(
                new Computed(achievement.State, null, null, achievement.Note),
                EfficiencyVerdict.NotComputable,
                way.Formula
            );
        }

        if (absorption.Exact is not { } money)
        {
            var idle = performance == 0m && absorption.State == ValueState.NotComputable;
            return new(
                new Computed(absorption.State, null, null, absorption.Note),
                idle ? EfficiencyVerdict.NotCarriedOut : EfficiencyVerdict.NotComputable,
                way.Formula
            );
        }

        if (performance == 0m && money == 0m)
        {
            return new(
                Computed.Missing(ValueState.NotComputable, "Belum dilaksanakan (0% kinerja, 0% anggaran)."),
                EfficiencyVerdict.NotCarriedOut,
                way.Formula
            );
        }

        var (value, note, verdict) = way.Judge(performance, money);
        return new(
            value is { } exact
                ? Computed.Of(exact, new Rounding(policy), table)
                : Computed.Missing(ValueState.NotComputable, note),
            verdict,
            way.Formula
        );
    }
}
