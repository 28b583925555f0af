using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.AnnualCycle;

/// <summary>What the leaving of an official sets in motion.</summary>
internal static class OfficialEffects
{
    public static IEnumerable<ChangeEffect> Of(
        OfficePlan before,
        OfficePlan after,
        YearChange change,
        ChangeGround ground
    )
    {
        var (leaving, from) = (change.Official!, change.Basis.From);
        var directory = new OfficeDirectory(after);
        foreach (var post in leaving.Posts)
        {
            var holder = directory.HolderOf(post, from);
            var name = directory.Post(post)?.Name ?? post;
            yield return new ChangeEffect(
                EffectOn.Carrier,
                holder is null
                    ? $"{name} kosong sejak {IndonesianDate.Long(from)}; langkahnya menunggu sampai ada pengganti."
                    : $"{holder.Title}: {holder.Official.FullName()} sejak {IndonesianDate.Long(from)}."
            );
        }

        foreach (var role in before.Roles.Where(role => role.Official == leaving.Official))
            yield return Role(after, role);
        foreach (var effect in ground.HasCycle ? Agreement(after, leaving, directory, from) : [Corrected(after)])
            yield return effect;
    }

    private static ChangeEffect Role(OfficePlan after, RoleAssignment role)
    {
        var takers = after
            .Roles.Where(one => one.Role == role.Role && one.SubUnit == role.SubUnit)
            .Select(one => ChangeEffects.Person(after, one.Official))
            .ToList();
        var name = Choices.Role.WordOf($"{role.Role}");
        return new ChangeEffect(
            EffectOn.Carrier,
            takers.Count == 0
                ? $"Peran {name} dilepas dan tidak dipegang orang lain."
                : $"Peran {name} dipegang {string.Join(", ", takers)}."
        );
    }

    private static ChangeEffect Corrected(OfficePlan plan) =>
        new(
            EffectOn.Agreement,
            $"Perjanjian kinerja {plan.Year} tetap: hanya laporan tahunannya yang sedang diperbaiki.",
            ChangeBasisRules.Page(plan, "perjanjian")
        );

    private static IEnumerable<ChangeEffect> Agreement(
        OfficePlan plan,
        OfficialChange leaving,
        OfficeDirectory directory,
        DateOnly from
    )
    {
        var page = ChangeBasisRules.Page(plan, "perjanjian");
        if (leaving.Posts.Contains(plan.Agreement.FirstParty))
        {
            var holder = directory.FirstParty(from);
            yield return new ChangeEffect(
                EffectOn.Agreement,
                holder switch
                {
                    null =>
                        "Perjanjian kinerja tetap berlaku; perjanjian perubahan (alasan a) disusun setelah ada kepala, Plt., atau Pj.",
                    { Tenure: Tenure.Plh } => "Perjanjian kinerja tetap berlaku: Plh. tidak membuat perjanjian baru.",
                    _ =>
                        $"Perjanjian kinerja perubahan (alasan a, pergantian pejabat) disusun atas nama {holder.Official.FullName()}.",
                },
                page
            );
        }
        else if (leaving.Posts.Contains(plan.Agreement.SecondParty))
        {
            yield return new ChangeEffect(
                EffectOn.Agreement,
                "Perjanjian kinerja tetap berlaku karena mengikat jabatan; perencana diberi tahu dan dapat meminta perubahannya.",
                page
            );
        }
        else
        {
            yield return new ChangeEffect(EffectOn.Agreement, "Perjanjian kinerja tetap berlaku.", page);
        }
    }
}
