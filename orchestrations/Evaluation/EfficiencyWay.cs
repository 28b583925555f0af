using System.Collections.Frozen;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>
/// One method of efficiency: its formula, and what it makes of performance and absorption that are both known. A further
/// method is a further entry here and a name in <see cref="EfficiencyMethod"/>.
/// </summary>
internal sealed record EfficiencyWay(
    string Formula,
    Func<decimal, decimal, (decimal? Value, string Note, EfficiencyVerdict Verdict)> Judge
)
{
    private static readonly FrozenDictionary<EfficiencyMethod, EfficiencyWay> Ways = new Dictionary<
        EfficiencyMethod,
        EfficiencyWay
    >
    {
        [EfficiencyMethod.Ratio] = new(
            "capaian kinerja / capaian anggaran × 100",
            (performance, money) =>
                money == 0m
                    ? (null, "Tidak dapat dihitung: capaian anggaran 0%.", EfficiencyVerdict.NotComputable)
                    : (performance / money * 100m, "", AtLeast(performance, money))
        ),
        [EfficiencyMethod.Difference] = new(
            "capaian kinerja − capaian anggaran",
            (performance, money) => (performance - money, "", Band(performance - money))
        ),
        [EfficiencyMethod.Rule] = new(
            "efisien bila capaian kinerja ≥ capaian anggaran",
            (performance, money) =>
                (null, "Metode aturan menghasilkan simpulan, bukan angka.", AtLeast(performance, money))
        ),
        [EfficiencyMethod.Unspent] = new(
            "100 − capaian anggaran, bila target tercapai",
            (performance, money) =>
                performance < 100m
                    ? (null, "Tidak dihitung: target belum tercapai.", EfficiencyVerdict.Inefficient)
                    : (100m - money, "", money <= 100m ? EfficiencyVerdict.Efficient : EfficiencyVerdict.Inefficient)
        ),
    }.ToFrozenDictionary();

    /// <exception cref="ArgumentOutOfRangeException">No way is entered for the method.</exception>
    public static EfficiencyWay Of(EfficiencyMethod method) =>
        Ways.GetValueOrDefault(method)
        ?? throw new ArgumentOutOfRangeException(nameof(method), method, "No way of efficiency has this name.");

    private static EfficiencyVerdict AtLeast(decimal performance, decimal money) =>
        performance >= money ? EfficiencyVerdict.Efficient : EfficiencyVerdict.Inefficient;

    private static EfficiencyVerdict Band(decimal points) =>
        points switch
        {
            > 5m => EfficiencyVerdict.Efficient,
            >= -5m => EfficiencyVerdict.Fair,
            _ => EfficiencyVerdict.Inefficient,
        };
}
