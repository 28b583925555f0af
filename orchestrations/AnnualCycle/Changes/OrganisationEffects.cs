using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.AnnualCycle;

/// <summary>What a change of the organisation sets in motion.</summary>
internal static class OrganisationEffects
{
    public static IEnumerable<ChangeEffect> Of(
        OfficePlan before,
        OfficePlan after,
        YearChange change,
        ChangeGround ground
    ) =>
        [
            .. SubUnits(after, change),
            .. Carried(before, after, change, ground.Budget),
            .. Quarters(before, after),
            new ChangeEffect(
                EffectOn.Agreement,
                "Perjanjian kinerja tetap berlaku: tidak ada target maupun jumlah anggaran yang berubah. Versi anggaran tetap.",
                ChangeBasisRules.Page(after, "perjanjian")
            ),
        ];

    private static IEnumerable<ChangeEffect> SubUnits(OfficePlan plan, YearChange change)
    {
        foreach (var code in change.Begun ?? [])
            yield return new ChangeEffect(EffectOn.Carrier, $"{ChangeEffects.Name(plan, code)} dibentuk.");
        foreach (var ended in change.Ended ?? [])
        {
            yield return new ChangeEffect(
                EffectOn.Carrier,
                $"{ChangeEffects.Name(plan, ended.SubUnit)} berakhir; pekerjaannya diteruskan {ChangeEffects.Name(plan, ended.Successor)}."
            );
        }
    }

    private static IEnumerable<ChangeEffect> Carried(
        OfficePlan before,
        OfficePlan after,
        YearChange change,
        Budget budget
    )
    {
        var (old, now) = (Carriers.On(before, change.Basis.From), Carriers.On(after, change.Basis.From));
        foreach (var sub in budget.SubActivities().Where(sub => old.Of(sub) != now.Of(sub)))
            yield return Moved(after, $"Sub kegiatan {sub.Code} {sub.Name}", old.Of(sub), now.Of(sub));
        foreach (var one in after.StrategicPlan.Indicators().Where(one => old.Of(one) != now.Of(one)))
            yield return Moved(after, $"Indikator {one.Name}", old.Of(one), now.Of(one));
        foreach (var item in after.ActionPlan.Where(item => old.Of(item) != now.Of(item)))
            yield return Moved(after, $"Rencana aksi {item.Code} {item.Action}", old.Of(item), now.Of(item));
    }

    private static ChangeEffect Moved(OfficePlan plan, string what, string from, string to) =>
        new(EffectOn.Carrier, $"{what}: dari {ChangeEffects.Name(plan, from)} ke {ChangeEffects.Name(plan, to)}.");

    private static IEnumerable<ChangeEffect> Quarters(OfficePlan before, OfficePlan after)
    {
        foreach (var quarter in Kernel.Quarters.All)
        {
            var owed = Carriers.In(before, quarter).SubUnits().Select(one => one.Code).ToHashSet();
            var owes = Carriers.In(after, quarter).SubUnits().Select(one => one.Code).ToHashSet();
            foreach (
                var (codes, words) in new[]
                {
                    (owes.Except(owed), "melapor"),
                    (owed.Except(owes), "tidak lagi melapor"),
                }
            )
            {
                if (codes.Select(code => ChangeEffects.Name(after, code)).ToList() is { Count: > 0 } names)
                {
                    yield return new ChangeEffect(
                        EffectOn.Quarter,
                        $"Triwulan {quarter.Roman()}: {string.Join(", ", names)} {words}.",
                        ChangeBasisRules.Page(after, $"triwulan/{(int)quarter}")
                    );
                }
            }
        }
    }
}
