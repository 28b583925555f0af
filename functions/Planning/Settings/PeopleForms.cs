using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Planning.Settings;

/// <summary>The settings pages about people: roles, appointments, contacts.</summary>
internal static class PeopleForms
{
    public static SettingsFormView Roles(OfficePlan plan, string url, FormState typed)
    {
        var names = Names(plan);
        return new SettingsFormView(
            "Peran",
            "Siapa boleh apa. Peran kepala sub-unit, pihak pertama, dan pihak kedua mengikuti jabatan.",
            url
        )
        {
            Heads = ["Pegawai", "Peran", "Sub-unit"],
            PickLabel = "Cabut peran yang dipilih",
            AddTitle = "Beri peran",
            AddLabel = "Beri peran",
            AddFields =
            [
                typed.Choice("pegawai", "Pegawai", Officials(plan)),
                typed.Choice("peran", "Peran", SettingsWords.Options<OfficeRole>()),
                typed.Choice("subunit", "Sub-unit", SubUnits(plan)) with
                {
                    Blank = "Seluruh kantor",
                },
            ],
            Rows =
            [
                .. plan
                    .Roles.OrderBy(role => role.Role)
                    .Select(role => new SettingsRow(
                        SettingsChanges.KeyOf(role),
                        [
                            names.GetValueOrDefault(role.Official, role.Official),
                            SettingsWords.Of(role.Role),
                            plan.SubUnits.FirstOrDefault(subUnit => subUnit.Code == role.SubUnit)?.Name
                                ?? "Seluruh kantor",
                        ]
                    )),
            ],
        };
    }

    public static SettingsFormView Appointments(OfficePlan plan, string url, DateOnly today, FormState typed)
    {
        var names = Names(plan);
        var posts = plan.Posts.ToDictionary(post => post.Code, post => post.Name);
        return new SettingsFormView(
            "Penempatan",
            "Siapa memegang jabatan apa dan sejak kapan. Penempatan lama tidak dihapus, melainkan diakhiri.",
            url
        )
        {
            Heads = ["Pegawai", "Jabatan", "Jenis", "Mulai", "Sampai", "Dasar"],
            PickLabel = "Akhiri yang dipilih",
            PickFields = [typed.Day("akhir", "Hari terakhir", today)],
            AddTitle = "Tambah penempatan",
            AddLabel = "Tambah",
            AddFields =
            [
                typed.Choice("pegawai", "Pegawai", Officials(plan)),
                typed.Choice("jabatan", "Jabatan", Posts(plan)),
                typed.Choice("jenis", "Jenis", SettingsWords.Options<Tenure>()),
                typed.Day("mulai", "Mulai tanggal"),
                typed.Day("hingga", "Sampai tanggal (boleh kosong)"),
                typed.Field("dasar", "Dasar (nomor SK)"),
            ],
            Rows =
            [
                .. plan
                    .Appointments.OrderByDescending(one => one.Until is null || one.Until >= today)
                    .ThenByDescending(one => one.From)
                    .Select(one => new SettingsRow(
                        SettingsChanges.KeyOf(one),
                        [
                            names.GetValueOrDefault(one.Official, one.Official),
                            posts.GetValueOrDefault(one.Post, one.Post),
                            SettingsWords.Of(one.Tenure),
                            PageWords.ShortDay(one.From),
                            one.Until is { } until ? PageWords.ShortDay(until) : "–",
                            one.Decree ?? "–",
                        ]
                    )),
            ],
        };
    }

    public static SettingsFormView Contacts(OfficePlan plan, string url, FormState typed) =>
        new(
            "Kontak dan izin",
            "Alamat surel dipakai untuk masuk dan menerima pesan. WhatsApp hanya dipakai dengan izin pemiliknya.",
            url
        )
        {
            Heads = ["Pegawai", "Surel", "WhatsApp", "Izin", "Masuk dengan Entra"],
            AddTitle = "Ubah kontak seorang pegawai",
            AddLabel = "Simpan kontak",
            AddFields =
            [
                typed.Choice("pegawai", "Pegawai", Officials(plan)),
                typed.Of(new FieldView("surel", "Surel (kosong: tidak berubah)", "") { Kind = FieldKind.Mail }),
                typed.Of(
                    new FieldView("whatsapp", "Nomor WhatsApp", "", "Dengan kode negara, angka saja.")
                    {
                        Kind = FieldKind.Phone,
                    }
                ),
                typed.Field("entra", "ID objek Entra (boleh kosong)"),
                typed.Of(new FieldView("izin", "Pemilik mengizinkan pesan WhatsApp", "") { Kind = FieldKind.Tick }),
            ],
            Rows =
            [
                .. plan
                    .Officials.OrderBy(official => official.Name, PageWords.Order)
                    .Select(official => new SettingsRow(
                        official.Code,
                        [
                            official.FullName(),
                            official.Email,
                            official.Whatsapp ?? "–",
                            official.WhatsappConsent ? "Ya" : "Tidak",
                            official.EntraObjectId is null ? "Tidak" : "Ya",
                        ]
                    )),
            ],
        };

    private static Dictionary<string, string> Names(OfficePlan plan) =>
        plan.Officials.ToDictionary(official => official.Code, official => official.FullName());

    internal static IReadOnlyList<(string, string)> Officials(OfficePlan plan) =>
        [
            .. plan
                .Officials.OrderBy(official => official.Name, PageWords.Order)
                .Select(official => (official.Code, official.FullName())),
        ];

    internal static IReadOnlyList<(string, string)> Posts(OfficePlan plan) =>
        [.. plan.Posts.Select(post => (post.Code, post.Name))];

    internal static IReadOnlyList<(string, string)> SubUnits(OfficePlan plan) =>
        [.. plan.SubUnits.Select(subUnit => (subUnit.Code, subUnit.Name))];
}
