namespace Sakip.Evaluation;

public enum EfficiencyVerdict
{
    Efficient,
    Fair,
    Inefficient,

    /// <summary>Nothing was done and nothing was spent.</summary>
    NotCarriedOut,

    NotComputable,
}

/// <param name="Value">Percent (ratio) or percentage points (difference); the rule gives a verdict alone.</param>
public sealed record Efficiency(Computed Value, EfficiencyVerdict Verdict, string Formula);

/// <summary>Performance set against money, by the policy's method.</summary>
public static class Efficiencies
{
    public static Efficiency Compute(
        Achievement achievement, Computed absorption, CalculationPolicy policy, string table = "3.7")
    {
        var formula = policy.Efficiency switch
        {
            EfficiencyMethod.Ratio => "capaian kinerja / capaian anggaran × 100",
            EfficiencyMethod.Difference => "capaian kinerja − capaian anggaran",
            _ => "efisien bila capaian kinerja ≥ capaian anggaran",
        };
        if (achievement.Exact is not { } performance)
        {
            return new(new Computed(achievement.State, null, null, achievement.Note), EfficiencyVerdict.NotComputable, formula);
        }

        if (absorption.Exact is not { } money)
        {
            var idle = performance == 0m && absorption.State == ValueState.NotComputable;
            return new(
                new Computed(absorption.State, null, null, absorption.Note),
                idle ? EfficiencyVerdict.NotCarriedOut : EfficiencyVerdict.NotComputable, formula);
        }

        if (performance == 0m && money == 0m)
        {
            return new(
                Computed.Missing(ValueState.NotComputable, "Belum dilaksanakan (0% kinerja, 0% anggaran)."),
                EfficiencyVerdict.NotCarriedOut, formula);
        }

        var rounding = new Rounding(policy);
        return policy.Efficiency switch
        {
            EfficiencyMethod.Ratio when money == 0m => new(
                Computed.Missing(ValueState.NotComputable, "Tidak dapat dihitung: capaian anggaran 0%."),
                EfficiencyVerdict.NotComputable, formula),
            EfficiencyMethod.Ratio => new(
                Computed.Of(performance / money * 100m, rounding, table),
                performance >= money ? EfficiencyVerdict.Efficient : EfficiencyVerdict.Inefficient, formula),
            EfficiencyMethod.Difference => new(
                Computed.Of(performance - money, rounding, table), Band(performance - money), formula),
            _ => new(
                Computed.Missing(ValueState.NotComputable, "Metode aturan menghasilkan simpulan, bukan angka."),
                performance >= money ? EfficiencyVerdict.Efficient : EfficiencyVerdict.Inefficient, formula),
        };
    }

    private static EfficiencyVerdict Band(decimal points) => points switch
    {
        > 5m => EfficiencyVerdict.Efficient,
        >= -5m => EfficiencyVerdict.Fair,
        _ => EfficiencyVerdict.Inefficient,
    };
}
