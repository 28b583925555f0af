using Sakip.Functions.Access;
using Sakip.Planning;

namespace Sakip.Functions.Planning.Settings;

/// <summary>Choices of the settings in words.</summary>
internal static class SettingsWords
{
    public static string Of(OfficeRole role) => RoleWords.Of(Enum.Parse<Who>(role.ToString()));

    public static string Of(Tenure tenure) => tenure == Tenure.Definitive ? "Definitif" : tenure + ".";

    public static string Of(Enum value) =>
        value switch
        {
            MinimiseFormula.A => "(2 × target − realisasi) / target × 100",
            MinimiseFormula.B => "target / realisasi × 100",
            ZeroTarget.NotComputed or WordedTarget.NotComputed => "tidak dihitung",
            ZeroTarget.ReachedOrMissed or WordedTarget.ReachedOrMissed => "100 bila tercapai, 0 bila tidak",
            WordedTarget.ByShare => "nilai kata realisasi / nilai kata target × 100",
            AchievementCap.None => "tanpa batas",
            AchievementCap.At100 => "100%",
            AchievementCap.At110 => "110%",
            AchievementCap.At120 => "120%",
            EfficiencyMethod.Ratio => "rasio: capaian kinerja / serapan × 100",
            EfficiencyMethod.Difference => "selisih: capaian kinerja − serapan",
            EfficiencyMethod.Rule => "aturan: capaian ≥ serapan berarti efisien",
            EfficiencyMethod.Unspent => "sisa: 100 − serapan bila target tercapai",
            RoundingMode.HalfUp => "setengah ke atas",
            RoundingMode.HalfEven => "setengah ke genap",
            Aggregation.Mean => "rata-rata indikatornya",
            Aggregation.Lowest => "yang terendah",
            OfficeRole role => Of(role),
            Tenure tenure => Of(tenure),
            _ => value.ToString(),
        };

    public static IReadOnlyList<(string Value, string Text)> Options<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (value.ToString(), Of(value)))];
}
