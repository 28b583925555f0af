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
        var numbered = plan
            .Officials.Select((official, i) => (Official: official, Path: $"$.officials[{i}].nip"))
            .Where(one => one.Official.HasNip())
            .ToList();
        faults.Unique(numbered.Select(one => one.Official.Nip!), i => numbered[i].Path, "NIP");
        Mailboxes(plan, faults);
        for (var i = 0; i < plan.Officials.Count; i++)
        {
            var (official, path) = (plan.Officials[i], $"$.officials[{i}]");
            faults.Code(official.Code, path + ".code");
            faults.Text(official.Name, path + ".name");
            Number(official, path + ".nip", faults);
            faults.Require(
                MailAddress.TryCreate(official.Email, out var mail) && mail.Address == official.Email,
                path + ".email",
                $"\"{official.Email}\" bukan satu alamat surel. Tulis satu alamat tanpa spasi, misalnya nama@instansi.go.id."
            );
        }
    }

    private static void Number(Official official, string path, Faults faults)
    {
        if (!official.HasNip())
        {
            faults.Require(
                official.Kind != PersonKind.Asn,
                path,
                $"NIP {official.Name} kosong, padahal ASN. Isi 18 angka dari SK pengangkatan, atau pilih jenis pegawai "
                    + "Kepala daerah atau Non-ASN."
            );
            return;
        }

        var nip = official.Nip!;
        faults.Require(
            nip.Length == 18 && nip.All(char.IsAsciiDigit),
            path,
            $"NIP \"{nip}\" memuat {nip.Count(char.IsAsciiDigit)} angka, seharusnya 18 angka. Salin dari SK pengangkatan; spasi, "
                + "titik, dan tanda hubung di antaranya boleh tinggal. Bila tidak mempunyai NIP, tulis \"-\"."
        );
    }

    // A code that reaches several people proves none of them.
    private static void Mailboxes(OfficePlan plan, Faults faults)
    {
        var owners = new Dictionary<string, Official>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < plan.Officials.Count; i++)
        {
            var official = plan.Officials[i];
            if (owners.TryAdd(official.Email, official))
                continue;
            faults.Add(
                $"$.officials[{i}].email",
                $"Alamat surel \"{official.Email}\" sudah dipakai {owners[official.Email].Name}. Kotak surat bersama tidak dapat "
                    + "dipakai: kode dan tautan di dalamnya membuktikan siapa yang menyetujui dan menandatangani. Tulis alamat milik "
                    + $"{official.Name} sendiri, misalnya alamat dinas perorangan atau alamat pribadi."
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

    // Whoever died or retired need not have a successor yet: the steps of the post wait for one.
    private static bool IsLeft(OfficePlan plan, string post, DateOnly day) =>
        plan.ChangesOf(YearChangeKind.Official)
            .Any(change => change.Basis.From <= day && change.Official!.Posts.Contains(post));

    /// <summary>Every sub-unit can have its reports handed in, approved and verified by three people.</summary>
    private static void Staffed(OfficePlan plan, OfficeDirectory directory, SubUnit subUnit, int index, Faults faults)
    {
        var operators = directory.Operators(subUnit.Code);
        var isStanding = plan.Windows.Any(window => Carriers.In(plan, window.Quarter).Stands(subUnit.Code));
        faults.Require(
            operators.Count > 0 || !isStanding,
            "$.roles",
            $"Sub-unit '{subUnit.Code}' belum mempunyai operator."
        );
        foreach (var window in plan.Windows)
        {
            var day = window.Opens;
            // What does not stand on the day reports through its successor, or not yet.
            if (!Carriers.In(plan, window.Quarter).Stands(subUnit.Code) || !Carriers.On(plan, day).Stands(subUnit.Code))
            {
                continue;
            }

            var head = directory.HeadOf(subUnit.Code, day);
            faults.Require(
                head is not null || directory.Post(subUnit.HeadPost) is null || IsLeft(plan, subUnit.HeadPost, day),
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
