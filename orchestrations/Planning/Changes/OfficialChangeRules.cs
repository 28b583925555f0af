using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What the leaving of an official may not contradict.</summary>
internal static class OfficialChangeRules
{
    public static void Check(OfficialCall call, OfficePlan plan, ChangeGround ground, Faults faults)
    {
        var officials = PlanRules.Officials(plan);
        faults.Require(
            call.Event is not null,
            "$.event",
            "Pilih apa yang terjadi: meninggal, pensiun, diberhentikan sementara, atau pindah."
        );
        faults.Require(call.Official is not null, "$.official", "Pilih pejabat atau pegawainya.");
        faults.Known(call.Official, officials, "$.official", "Pegawai");
        faults.Require(
            call.Until is null || call.Event == OfficialEvent.Suspended && call.Until >= call.From,
            "$.until",
            "Hari terakhir hanya untuk pemberhentian sementara, dan tidak sebelum hari mulainya."
        );
        if (call.Official is not { } official || call.From is not { } from)
            return;
        faults.Require(
            call.Event != OfficialEvent.Died || from <= ground.Today.AddDays(1),
            "$.from",
            "Hari mulai berlaku sesudah hari ini, padahal pejabatnya sudah meninggal."
        );
        foreach (var given in ground.Given.Where(one => one.Official == official && one.On >= from).Take(1))
        {
            faults.Add(
                "$.from",
                $"{Name(plan, official)} masih menandatangani atau memutus {given.What} pada {IndonesianDate.Long(given.On)}. Perubahan "
                    + $"berlaku paling awal {IndonesianDate.Long(given.On.AddDays(1))}; bila keputusan itu keliru, selesaikan lebih "
                    + $"dahulu di {ChangeBasisRules.Page(plan, given.Page)}."
            );
        }

        Successors(call, plan, official, from, faults);
        for (var i = 0; i < (call.Roles?.Count ?? 0); i++)
        {
            var (role, path) = (call.Roles![i], $"$.roles[{i}]");
            Taker(plan, role.Official, official, path + ".official", faults);
            faults.Require(
                plan.Roles.Any(one => one.Official == official && one.Role == role.Role && one.SubUnit == role.SubUnit),
                path,
                $"{Name(plan, official)} tidak memegang peran ini, jadi tidak ada yang beralih."
            );
        }
    }

    /// <summary>Posts that the official holds on the day, or would hold after it.</summary>
    public static IEnumerable<string> PostsOf(OfficePlan plan, string official, DateOnly from) =>
        plan
            .Appointments.Where(one => one.Official == official && (one.Until is null || one.Until >= from))
            .Select(one => one.Post)
            .Distinct();

    private static void Successors(OfficialCall call, OfficePlan plan, string official, DateOnly from, Faults faults)
    {
        var posts = PostsOf(plan, official, from).ToHashSet();
        faults.Require(
            posts.Count > 0 || plan.Roles.Any(role => role.Official == official),
            "$.official",
            $"{Name(plan, official)} tidak memegang jabatan maupun peran pada {IndonesianDate.Long(from)}."
        );
        var successors = call.Successors ?? [];
        faults.Unique(successors.Select(one => one.Post), i => $"$.successors[{i}].post", "Jabatan");
        for (var i = 0; i < successors.Count; i++)
        {
            var (one, path) = (successors[i], $"$.successors[{i}]");
            Taker(plan, one.Official, official, path + ".official", faults);
            faults.Require(
                posts.Contains(one.Post),
                path + ".post",
                $"{Name(plan, official)} tidak memegang jabatan '{one.Post}' pada {IndonesianDate.Long(from)}."
            );
        }
    }

    private static void Taker(OfficePlan plan, string taker, string leaving, string path, Faults faults)
    {
        faults.Known(taker, PlanRules.Officials(plan), path, "Pegawai");
        faults.Require(taker != leaving, path, "Penggantinya orang lain.");
    }

    private static string Name(OfficePlan plan, string official) =>
        plan.Officials.FirstOrDefault(one => one.Code == official)?.FullName() ?? official;
}
