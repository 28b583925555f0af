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

        Roles(call, plan, official, from, ground, faults);
        Successors(call, plan, official, from, ground, faults);
    }

    /// <summary>
    /// Posts that the official holds on the day, or would hold after it, but for those that another plan fills.
    /// </summary>
    public static IEnumerable<string> PostsOf(OfficePlan plan, string official, DateOnly from, ChangeGround ground) =>
        Held(plan, official, from).Where(post => !ground.FilledElsewhere.ContainsKey(post));

    private static IEnumerable<string> Held(OfficePlan plan, string official, DateOnly from) =>
        plan
            .Appointments.Where(one => one.Official == official && (one.Until is null || one.Until >= from))
            .Select(one => one.Post)
            .Distinct();

    private static void Successors(
        OfficialCall call,
        OfficePlan plan,
        string official,
        DateOnly from,
        ChangeGround ground,
        Faults faults
    )
    {
        var posts = Held(plan, official, from).ToHashSet();
        if (!plan.Roles.Any(role => role.Official == official) && posts.All(ground.FilledElsewhere.ContainsKey))
        {
            faults.Add(
                "$.official",
                posts.FirstOrDefault() is { } followed
                    ? Elsewhere(plan, followed, ground)
                    : $"{Name(plan, official)} tidak memegang jabatan maupun peran pada {IndonesianDate.Long(from)}."
            );
        }

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
            if (ground.FilledElsewhere.ContainsKey(one.Post))
                faults.Add(path + ".post", Elsewhere(plan, one.Post, ground));
        }
    }

    // A role has no days: it passes when the change is recorded, and does not come back by itself.
    private static void Roles(
        OfficialCall call,
        OfficePlan plan,
        string official,
        DateOnly from,
        ChangeGround ground,
        Faults faults
    )
    {
        var hasRoles = plan.Roles.Any(role => role.Official == official);
        var page = ChangeBasisRules.Page(plan, "pengaturan/peran");
        faults.Require(
            !hasRoles || from <= ground.Today,
            "$.from",
            $"{Name(plan, official)} masih memegang peran, dan peran beralih seketika begitu dicatat. Catat perubahannya pada harinya "
                + $"sendiri, {IndonesianDate.Long(from)}, atau minta administrator mengalihkan perannya lebih dahulu di {page}."
        );
        faults.Require(
            !hasRoles || call.Until is null,
            "$.until",
            $"{Name(plan, official)} masih memegang peran, dan peran tidak kembali sendiri sesudah hari terakhir. Kosongkan hari "
                + $"terakhirnya, atau minta administrator mengalihkan perannya lebih dahulu di {page} (di sana pula dikembalikan)."
        );
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

    private static void Taker(OfficePlan plan, string taker, string leaving, string path, Faults faults)
    {
        faults.Known(taker, PlanRules.Officials(plan), path, "Pegawai");
        faults.Require(taker != leaving, path, "Penggantinya orang lain.");
    }

    private static string Elsewhere(OfficePlan plan, string post, ChangeGround ground) =>
        SharedPosts.FilledThere(plan, post, ground.FilledElsewhere[post]);

    private static string Name(OfficePlan plan, string official) =>
        plan.Officials.FirstOrDefault(one => one.Code == official)?.FullName() ?? official;
}
