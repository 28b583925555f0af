using Sakip.Calendar;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning.Settings;

/// <summary>What each settings form asks of the plan. Pure: the desk may run it again on a newer plan.</summary>
internal static class SettingsChanges
{
    public static Func<OfficePlan, OfficePlan> Windows(OfficePlan current, PostedForm form, DateOnly today)
    {
        var wanted = current
            .Windows.Where(window => window.Opens > today)
            .Select(window =>
            {
                var name = $"Triwulan {window.Quarter.Roman()}";
                DateOnly Day(string field, string label) =>
                    form.Day($"{window.Quarter.Code()}.{field}", $"{name}, {label}");
                return new ReportingWindow(
                    window.Quarter,
                    Day("buka", "dibuka"),
                    Day("tempo", "tenggat"),
                    Day("tutup", "ditutup"),
                    Day("verifikasi", "batas verifikasi")
                );
            })
            .ToDictionary(window => window.Quarter);
        foreach (var window in wanted.Values.Where(window => window.Opens != default && window.Opens <= today))
        {
            form.Fault(
                $"{window.Quarter.Code()}.buka",
                $"Triwulan {window.Quarter.Roman()}: pembukaan harus setelah hari ini ({PageWords.ShortDay(today)})."
            );
        }

        return plan =>
            plan with
            {
                Windows = [.. plan.Windows.Select(window => wanted.GetValueOrDefault(window.Quarter, window))],
            };
    }

    public static Func<OfficePlan, OfficePlan> Policy(OfficePlan current, PostedForm form)
    {
        var policy = current.Policy;
        var wanted = policy with
        {
            Minimise = form.Choice("minimasi", "Rumus minimasi", policy.Minimise),
            ZeroTarget = form.Choice("nol", "Capaian target 0", policy.ZeroTarget),
            WordedTarget = form.Choice("kata", "Capaian target dalam kata", policy.WordedTarget),
            Cap = form.Choice("batas", "Batas atas capaian", policy.Cap),
            Efficiency = form.Choice("efisiensi", "Rumus efisiensi", policy.Efficiency),
            Rounding = form.Choice("pembulatan", "Pembulatan", policy.Rounding),
            Aggregation = form.Choice("agregat", "Capaian sasaran", policy.Aggregation),
            SupportsFrom = form.Percent("menunjang", "Batas program menunjang", policy.SupportsFrom),
            LowAbsorption = form.Percent("serapan", "Batas serapan rendah", policy.LowAbsorption),
        };
        return plan =>
            wanted == plan.Policy ? plan : plan with { Policy = wanted with { Version = plan.Policy.Version + 1 } };
    }

    public static Func<OfficePlan, OfficePlan> Holidays(PostedForm form)
    {
        if (IsRemoval(form))
        {
            var picked = Picked(form);
            return plan =>
                plan with
                {
                    Holidays = [.. plan.Holidays.Where(holiday => !picked.Contains(KeyOf(holiday)))],
                };
        }

        var added = new Holiday(
            form.Day("tanggal", "Tanggal"),
            form.Required("nama", "Nama"),
            form.Chosen("lingkup", "lingkupnya"),
            form.Required("sumber", "Dasar")
        );
        return plan => plan with { Holidays = [.. plan.Holidays.Append(added).OrderBy(holiday => holiday.Date)] };
    }

    public static Func<OfficePlan, OfficePlan> Roles(PostedForm form)
    {
        if (IsRemoval(form))
        {
            var picked = Picked(form);
            return plan => plan with { Roles = [.. plan.Roles.Where(role => !picked.Contains(KeyOf(role)))] };
        }

        var added = new RoleAssignment(
            form.Choice("peran", "Peran", OfficeRole.Operator),
            form.Chosen("pegawai", "pegawainya"),
            form.Optional("subunit")
        );
        return plan => plan.Roles.Contains(added) ? plan : plan with { Roles = [.. plan.Roles, added] };
    }

    public static Func<OfficePlan, OfficePlan> Appointments(PostedForm form)
    {
        if (IsRemoval(form))
        {
            var picked = Picked(form);
            var until = form.Day("akhir", "Hari terakhir");
            return plan =>
                plan with
                {
                    Appointments =
                    [
                        .. plan.Appointments.Select(one =>
                            picked.Contains(KeyOf(one)) ? one with { Until = until } : one
                        ),
                    ],
                };
        }

        var added = new Appointment(
            form.Chosen("pegawai", "pegawainya"),
            form.Chosen("jabatan", "jabatannya"),
            form.Choice("jenis", "Jenis", Tenure.Definitive),
            form.Day("mulai", "Mulai tanggal"),
            form.DayOrNone("hingga", "Sampai tanggal"),
            form.Required("dasar", "Dasar (nomor SK)")
        );
        return plan => plan with { Appointments = [.. plan.Appointments, added] };
    }

    public static Func<OfficePlan, OfficePlan> Contact(PostedForm form)
    {
        var code = form.Chosen("pegawai", "pegawainya");
        var email = form.Optional("surel") is { } address ? TidyText.Address(address) : null;
        var number = form.Optional("whatsapp") is { } typed ? TidyText.Digits(typed) : null;
        var (consents, entra) = (form.IsTicked("izin"), form.Optional("entra"));
        if (number is not null && (number.Length is < 8 or > 15 || !number.All(char.IsAsciiDigit)))
            form.Fault("whatsapp", "Nomor WhatsApp: tulis angka saja dengan kode negara, misalnya 6281234567890.");
        if (consents && number is null)
            form.Fault("whatsapp", "Izin WhatsApp memerlukan nomornya.");
        if (entra is not null && !Guid.TryParse(entra, out _))
            form.Fault("entra", "ID objek Entra berbentuk UUID.");
        return plan =>
            plan with
            {
                Officials =
                [
                    .. plan.Officials.Select(official =>
                        official.Code != code
                            ? official
                            : official with
                            {
                                Email = email ?? official.Email,
                                Whatsapp = number,
                                WhatsappConsent = consents,
                                EntraObjectId = entra,
                            }
                    ),
                ],
            };
    }

    public static string KeyOf(Holiday holiday) => $"{holiday.Date:yyyy-MM-dd}|{holiday.Name}";

    public static string KeyOf(RoleAssignment role) => $"{role.Role}|{role.Official}|{role.SubUnit}";

    public static string KeyOf(Appointment one) => $"{one.Official}|{one.Post}|{one.From:yyyy-MM-dd}|{one.Tenure}";

    public static bool IsRemoval(PostedForm form) => form.Text("aksi") == "hapus";

    private static HashSet<string> Picked(PostedForm form)
    {
        var picked = form.All("pilih").ToHashSet(StringComparer.Ordinal);
        if (picked.Count == 0)
            form.Fault("pilih", "Pilih sekurang-kurangnya satu baris.");
        return picked;
    }
}
