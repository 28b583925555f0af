using System.Net.Mail;
using Sakip.Kernel;

namespace Sakip.Planning;

internal static class PeopleRules
{
    public static void Check(OfficePlan plan, Faults faults)
    {
        Officials(plan, faults);
        Appointments(plan, faults);
        Roles(plan, faults);
        var directory = new OfficeDirectory(plan);
        for (var i = 0; i < plan.SubUnits.Count; i++)
            Staffed(plan, directory, plan.SubUnits[i], i, faults);
    }

    private static void Officials(OfficePlan plan, Faults faults)
    {
        faults.Unique(plan.Officials.Select(official => official.Code), i => $"$.officials[{i}].code", "Kode pegawai");
        faults.Unique(plan.Officials.Select(official => official.Nip), i => $"$.officials[{i}].nip", "NIP");
        faults.Unique(
            plan.Officials.Select(official => official.Email.ToUpperInvariant()),
            i => $"$.officials[{i}].email",
            "Alamat surel"
        );
        for (var i = 0; i < plan.Officials.Count; i++)
        {
            var (official, path) = (plan.Officials[i], $"$.officials[{i}]");
            faults.Code(official.Code, path + ".code");
            faults.Text(official.Name, path + ".name");
            faults.Require(
                official.Nip.Length == 18 && official.Nip.All(char.IsAsciiDigit),
                path + ".nip",
                "NIP terdiri atas 18 angka tanpa spasi."
            );
            faults.Require(
                MailAddress.TryCreate(official.Email, out var mail) && mail.Address == official.Email,
                path + ".email",
                "Diharapkan satu alamat surel, misalnya nama@instansi.go.id."
            );
        }
    }

    private static void Appointments(OfficePlan plan, Faults faults)
    {
        var officials = PlanRules.Officials(plan);
        var posts = PlanRules.Posts(plan);
        var earlier = new Dictionary<string, List<int>>();
        for (var i = 0; i < plan.Appointments.Count; i++)
        {
            var (appointment, path) = (plan.Appointments[i], $"$.appointments[{i}]");
            faults.Known(appointment.Official, officials, path + ".official", "Pegawai");
            faults.Known(appointment.Post, posts, path + ".post", "Jabatan");
            faults.Require(
                appointment.Until is null || appointment.Until >= appointment.From,
                path + ".until",
                "Tanggal akhir tidak boleh sebelum tanggal mulai."
            );
            if (!earlier.TryGetValue(appointment.Post, out var same))
                earlier[appointment.Post] = same = [];
            foreach (var other in same.Where(other => Collide(plan.Appointments[other], appointment)).Take(1))
            {
                faults.Add(
                    path,
                    $"Masa jabatan bertumpang tindih dengan $.appointments[{other}] pada jabatan yang sama."
                );
            }

            same.Add(i);
        }
    }

    // A Plh stands in for a holder who is only away, so the two may overlap. A Plt or Pj fills a vacant post.
    private static bool Collide(Appointment one, Appointment other) =>
        (one.Tenure == Tenure.Plh) == (other.Tenure == Tenure.Plh)
        && one.From <= (other.Until ?? DateOnly.MaxValue)
        && other.From <= (one.Until ?? DateOnly.MaxValue);

    private static void Roles(OfficePlan plan, Faults faults)
    {
        var officials = PlanRules.Officials(plan);
        var subUnits = PlanRules.SubUnits(plan);
        for (var i = 0; i < plan.Roles.Count; i++)
        {
            faults.Known(plan.Roles[i].Official, officials, $"$.roles[{i}].official", "Pegawai");
            faults.Known(plan.Roles[i].SubUnit, subUnits, $"$.roles[{i}].subUnit", "Sub-unit");
        }

        foreach (var role in new[] { OfficeRole.Planner, OfficeRole.Inspector })
        {
            faults.Require(
                plan.Roles.Any(assigned => assigned.Role == role),
                "$.roles",
                $"Sedikitnya satu pegawai dengan peran {Choices.Role.WordOf($"{role}")} diperlukan."
            );
        }
    }

    /// <summary>Every sub-unit can have its reports handed in, approved and verified by three people.</summary>
    private static void Staffed(OfficePlan plan, OfficeDirectory directory, SubUnit subUnit, int index, Faults faults)
    {
        var operators = directory.Operators(subUnit.Code);
        faults.Require(operators.Count > 0, "$.roles", $"Sub-unit '{subUnit.Code}' belum mempunyai operator.");
        foreach (var window in plan.Windows)
        {
            var day = window.Opens;
            var head = directory.HeadOf(subUnit.Code, day);
            faults.Require(
                head is not null || directory.Post(subUnit.HeadPost) is null,
                $"$.subUnits[{index}].headPost",
                $"Tidak ada yang menjabat pada {day:yyyy-MM-dd}, hari pembukaan triwulan {window.Quarter.Roman()}."
            );
            faults.Require(
                operators.Count == 0 || operators.Any(one => one.Code != head?.Official.Code),
                "$.roles",
                $"Operator sub-unit '{subUnit.Code}' tidak boleh hanya kepalanya sendiri."
            );
            faults.Require(
                operators.Count == 0
                    || operators.Any(one => directory.Verifiers(subUnit.Code, day, one.Code).Count > 0),
                "$.roles",
                $"Sub-unit '{subUnit.Code}' belum mempunyai verifikator dari sub-unit lain."
            );
        }
    }
}
