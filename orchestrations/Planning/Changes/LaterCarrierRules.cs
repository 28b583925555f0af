using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>
/// A change may be entered later than one of a later day. On that day, too, everything must be carried by a sub-unit that
/// stands: nobody would be asked for the rest.
/// </summary>
internal static class LaterCarrierRules
{
    /// <param name="changed">The plan with the change recorded.</param>
    /// <param name="from">The change's first day.</param>
    public static void Check(OfficePlan changed, DateOnly from, Budget budget, Faults faults)
    {
        var days = changed.ChangesOf(YearChangeKind.Organisation).Select(change => change.Basis.From);
        foreach (var day in days.Where(day => day >= from).Distinct().Order())
        {
            var carriers = Carriers.On(changed, day);
            var carried = budget
                .SubActivities()
                .Select(sub => (What: $"sub kegiatan {sub.Code}", By: carriers.Of(sub)))
                .Concat(
                    changed
                        .StrategicPlan.Indicators()
                        .Select(one => (What: $"indikator {one.Code}", By: carriers.Of(one)))
                )
                .Concat(changed.ActionPlan.Select(item => (What: $"rencana aksi {item.Code}", By: carriers.Of(item))))
                .Where(one => !carriers.Stands(one.By))
                .ToList();
            if (carried.Count == 0)
                continue;
            faults.Add(
                "$.ended",
                $"Pada {IndonesianDate.Long(day)} {Some(carried)} jatuh pada sub-unit '{carried[0].By}', yang saat itu tidak "
                    + "berdiri menurut perubahan yang sudah tercatat. Pilih penerus yang masih berdiri sesudah hari itu; lihat "
                    + $"{ChangeBasisRules.Page(changed, "perubahan")}."
            );
            return;
        }
    }

    private static string Some(List<(string What, string By)> carried) =>
        carried.Count == 1 ? carried[0].What : $"{carried[0].What} dan {carried.Count - 1} pekerjaan lain";
}
