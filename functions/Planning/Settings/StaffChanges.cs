using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning.Settings;

/// <summary>What the forms that add people, posts and sub-units ask of the plan. Pure, as the other settings' changes are.</summary>
internal static class StaffChanges
{
    public static Func<OfficePlan, OfficePlan> Official(OfficePlan current, PostedForm form)
    {
        var code = NextOfficial(current);
        var added = new Official(
            code,
            form.Required("nama", "Nama"),
            form.Optional("depan"),
            form.Optional("belakang"),
            TidyText.Digits(form.Required("nip", "NIP")),
            form.Optional("pangkat"),
            TidyText.Address(form.Required("surel", "Surel"))
        );
        Appointment? placed = null;
        if (form.Optional("jabatan") is { } post)
        {
            placed = new Appointment(
                code,
                post,
                form.Choice("jenis", "Jenis penempatan", Tenure.Definitive),
                form.Day("mulai", "Mulai tanggal"),
                null,
                form.Required("dasar", "Dasar (nomor SK)")
            );
        }

        return plan =>
            plan with
            {
                Officials = [.. plan.Officials, added],
                Appointments = placed is null ? plan.Appointments : [.. plan.Appointments, placed],
            };
    }

    public static Func<OfficePlan, OfficePlan> Post(OfficePlan current, PostedForm form)
    {
        var name = form.Required("nama", "Nama jabatan");
        var added = new Post(
            form.Optional("kode") ?? ProposedCode.Of(name, current.Posts.Select(post => post.Code)),
            name,
            form.Optional("subunit"),
            form.Chosen("atasan", "jabatan atasannya")
        );
        return plan => plan with { Posts = [.. plan.Posts, added] };
    }

    // A sub-unit reports: it comes with the post of its head, who holds it, and who fills its reports in.
    public static Func<OfficePlan, OfficePlan> SubUnit(OfficePlan current, PostedForm form)
    {
        var name = form.Required("nama", "Nama sub-unit");
        var code = form.Optional("kode") ?? ProposedCode.Of(name, current.SubUnits.Select(subUnit => subUnit.Code));
        var title = form.Required("jabatan", "Nama jabatan kepalanya");
        var post = new Post(
            ProposedCode.Of(title, current.Posts.Select(one => one.Code)),
            title,
            code,
            form.Chosen("atasan", "jabatan atasannya")
        );
        var head = new Appointment(
            form.Chosen("kepala", "pejabat kepalanya"),
            post.Code,
            Tenure.Definitive,
            form.Day("mulai", "Menjabat mulai"),
            null,
            form.Required("dasar", "Dasar (nomor SK)")
        );
        var reporter = new RoleAssignment(OfficeRole.Operator, form.Chosen("pengisi", "pengisi laporannya"), code);
        return plan =>
            plan with
            {
                SubUnits = [.. plan.SubUnits, new SubUnit(code, name, post.Code)],
                Posts = [.. plan.Posts, post],
                Appointments = [.. plan.Appointments, head],
                Roles = [.. plan.Roles, reporter],
            };
    }

    /// <summary>The field that a fault of the whole plan speaks of; empty where it is none of the form's.</summary>
    public static string FieldOf(string path) =>
        path[(path.LastIndexOf('.') + 1)..] switch
        {
            "nip" => "nip",
            "email" => "surel",
            "name" => "nama",
            "code" => "kode",
            "from" => "mulai",
            "until" => "hingga",
            "post" => "jabatan",
            _ => "",
        };

    // Officials are numbered: what else names them changes with marriage, degree and promotion.
    private static string NextOfficial(OfficePlan plan)
    {
        for (var number = plan.Officials.Count + 1; ; number++)
        {
            var code = FormattableString.Invariant($"p{number}");
            if (plan.Officials.All(official => official.Code != code))
                return code;
        }
    }
}
