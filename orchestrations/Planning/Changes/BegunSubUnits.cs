namespace Sakip.Planning;

/// <summary>Puts sub-units that begin into a plan, each with the post of its head, who holds it, and who enters its reports.</summary>
internal static class BegunSubUnits
{
    public static OfficePlan Into(OfficePlan plan, IReadOnlyList<BegunSubUnit> begun, ChangeBasis basis, Faults faults)
    {
        for (var i = 0; i < begun.Count; i++)
        {
            var (one, path) = (begun[i], $"$.begun[{i}]");
            Check(plan, one, path, faults);
            var post = one.Post ?? ProposedCode.Of(one.PostName, plan.Posts.Select(known => known.Code));
            var isHeld = new OfficeDirectory(plan).HolderOf(post, basis.From)?.Official.Code == one.Head;
            plan = plan with
            {
                SubUnits = [.. plan.SubUnits, new SubUnit(one.Code, one.Name, post)],
                Posts = plan.Posts.Any(known => known.Code == post)
                    ? [.. plan.Posts.Select(known => known.Code == post ? known with { SubUnit = one.Code } : known)]
                    :
                    [
                        .. plan.Posts,
                        new Post(post, one.PostName, one.Code, one.Superior ?? plan.Agreement.FirstParty),
                    ],
                Appointments = isHeld
                    ? plan.Appointments
                    :
                    [
                        .. plan.Appointments,
                        new Appointment(one.Head, post, one.Tenure, basis.From, null, basis.Decree),
                    ],
                Roles = [.. plan.Roles, new RoleAssignment(OfficeRole.Operator, one.Operator, one.Code)],
            };
        }

        return plan;
    }

    private static void Check(OfficePlan plan, BegunSubUnit begun, string path, Faults faults)
    {
        var officials = PlanRules.Officials(plan);
        faults.Code(begun.Code, path + ".code");
        faults.Text(begun.Name, path + ".name");
        faults.Text(begun.PostName, path + ".postName");
        faults.Require(
            plan.SubUnits.All(known => known.Code != begun.Code),
            path + ".code",
            $"Kode '{begun.Code}' sudah dipakai sub-unit lain, juga bila sub-unit itu sudah berakhir. Pilih kode lain."
        );
        faults.Known(begun.Superior, PlanRules.Posts(plan), path + ".superior", "Jabatan");
        faults.Known(begun.Head, officials, path + ".head", "Pegawai");
        faults.Known(begun.Operator, officials, path + ".operator", "Pegawai");
    }
}
