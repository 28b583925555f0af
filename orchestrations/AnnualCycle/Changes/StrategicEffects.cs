using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.AnnualCycle;

/// <summary>What a change of the strategic plan sets in motion.</summary>
internal static class StrategicEffects
{
    public static IEnumerable<ChangeEffect> Of(OfficePlan after, YearChange change, ChangeGround ground)
    {
        var strategic = change.Strategic!;
        var names = after.StrategicPlan.Indicators().ToDictionary(one => one.Code, one => one.Name);
        if (strategic.Former is { } former)
        {
            yield return new ChangeEffect(
                EffectOn.Indicator,
                $"{former.Name} {former.StartYear}–{former.EndYear} digantikan {after.StrategicPlan.Name} "
                    + $"{after.StrategicPlan.StartYear}–{after.StrategicPlan.EndYear}; target per tahun "
                    + "indikator yang tetap mengikutinya."
            );
        }

        foreach (var added in strategic.Added)
        {
            var instead = added.Replaces is { } old ? $", menggantikan {names.GetValueOrDefault(old, old)}" : "";
            yield return new ChangeEffect(
                EffectOn.Indicator,
                $"Indikator baru: {names[added.Code]}{instead}; dilaporkan sejak {First(after, change)}."
            );
        }

        foreach (var code in strategic.Retired)
        {
            yield return new ChangeEffect(
                EffectOn.Indicator,
                $"Indikator dihentikan: {names.GetValueOrDefault(code, code)}. Riwayat dan angka triwulannya tetap terbaca."
            );
        }

        foreach (var renamed in strategic.Renamed)
            yield return new ChangeEffect(EffectOn.Indicator, $"“{renamed.Before}” menjadi “{renamed.After}”.");
        foreach (var line in ChangeWords.Targets(after, strategic))
            yield return new ChangeEffect(EffectOn.Indicator, char.ToUpperInvariant(line[0]) + line[1..] + ".");
        foreach (var effect in Agreement(after, change, strategic, ground))
            yield return effect;
        foreach (var text in after.Report.Narratives.Where(text => Names(text, strategic.Retired)))
        {
            yield return new ChangeEffect(
                EffectOn.Report,
                $"Narasi “{text.Title}” memuat angka indikator yang dihentikan; tulis kembali sebelum laporan disusun.",
                ChangeBasisRules.Page(after, "narasi/" + text.Section)
            );
        }
    }

    private static bool Names(NarrativeText text, IReadOnlyList<string> retired) =>
        FigureRegister
            .CodesIn(text.Body)
            .Any(code => retired.Any(one => code.EndsWith("." + one, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<ChangeEffect> Agreement(
        OfficePlan plan,
        YearChange change,
        StrategicChange strategic,
        ChangeGround ground
    )
    {
        var page = ChangeBasisRules.Page(plan, "perjanjian");
        if (!StrategicDifference.ChangesAnnex(strategic))
        {
            yield return new ChangeEffect(
                EffectOn.Agreement,
                "Perjanjian kinerja tetap berlaku: tidak ada sasaran, indikator, maupun target dalam lampirannya yang berubah.",
                page
            );
            yield break;
        }

        var when = change.Basis.From > ground.Today ? $"pada {IndonesianDate.Long(change.Basis.From)}" : "sekarang";
        yield return new ChangeEffect(
            EffectOn.Agreement,
            $"Perjanjian kinerja perubahan (alasan b, perubahan strategi) disusun {when}: diperiksa, lalu ditandatangani kedua pihak.",
            page
        );
        var planner = Approvals.Bearers.Planner(plan).FullName();
        yield return new ChangeEffect(
            EffectOn.Letter,
            $"{planner} menerima surat bahwa perjanjian kinerja perubahan disusun."
        );
    }

    private static string First(OfficePlan plan, YearChange change) =>
        Kernel
            .Quarters.All.Where(quarter => plan.CountsIn(change, quarter))
            .Select(quarter => "Triwulan " + quarter.Roman())
            .First();
}
