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
        var told = new HashSet<string>();
        // A change that was entered before, of a later day, may give on what this one moves.
        var days = after.ChangesOf(YearChangeKind.Organisation).Select(one => one.Basis.From);
        foreach (var day in days.Where(day => day >= change.Basis.From).Distinct().Order())
        {
            var (old, now) = (Carriers.On(before, day), Carriers.On(after, day));
            var subs = budget
                .SubActivities()
                .Select(sub => ($"Sub kegiatan {sub.Code} {sub.Name}", old.Of(sub), now.Of(sub)));
            var indicators = after
                .StrategicPlan.Indicators()
                .Select(one => ($"Indikator {one.Name}", old.Of(one), now.Of(one)));
            var items = after.ActionPlan.Select(item =>
                ($"Rencana aksi {item.Code} {item.Action}", old.Of(item), now.Of(item))
            );
            foreach (var (what, from, to) in subs.Concat(indicators).Concat(items).Where(one => one.Item2 != one.Item3))
            {
                var words = $"{what}: dari {ChangeEffects.Name(after, from)} ke {ChangeEffects.Name(after, to)}";
                if (told.Add(words))
                    yield return new ChangeEffect(EffectOn.Carrier, words + Since(day, change));
            }
        }
    }

    private static string Since(DateOnly day, YearChange change) =>
        day == change.Basis.From ? "." : $" sejak {IndonesianDate.Long(day)}.";

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
