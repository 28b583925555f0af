using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using static Sakip.Functions.Planning.Settings.PeopleForms;

namespace Sakip.Functions.Planning.Settings;

/// <summary>The settings pages that add people, posts and sub-units.</summary>
internal static class StaffForms
{
    private const string CodeHint = "Kosongkan agar dibuat dari namanya.";

    public static SettingsFormView Officials(OfficePlan plan, string url, DateOnly today, FormState typed) =>
        new(
            "Pegawai",
            "Pegawai kantor ini. Pegawai yang pindah atau pensiun tidak dihapus: akhiri penempatannya pada halaman Penempatan.",
            url
        )
        {
            Heads = ["Pegawai", "NIP", "Surel", "Jabatan sekarang"],
            AddTitle = "Tambah pegawai",
            AddLabel = "Tambah pegawai",
            AddFields =
            [
                typed.Field("nama", "Nama tanpa gelar"),
                typed.Field("depan", "Gelar depan (boleh kosong)"),
                typed.Field("belakang", "Gelar belakang (boleh kosong)"),
                typed.Field("nip", "NIP", "18 angka; tulis - bila tidak ada."),
                typed.Field("pangkat", "Pangkat/golongan (boleh kosong)"),
                typed.Of(
                    new FieldView("surel", "Surel", "", "Milik sendiri: kode dan tautan dikirim ke sini.")
                    {
                        Kind = FieldKind.Mail,
                    }
                ),
                typed.Choice("jabatan", "Jabatan", Posts(plan)) with
                {
                    Blank = "Belum ditempatkan",
                },
                typed.Choice("jenis", "Jenis penempatan", SettingsWords.Options<Tenure>()),
                typed.Day("mulai", "Mulai tanggal"),
                typed.Field("dasar", "Dasar (nomor SK)"),
            ],
            Rows =
            [
                .. plan
                    .Officials.OrderBy(official => official.Name, PageWords.Order)
                    .Select(official => new SettingsRow(
                        official.Code,
                        [official.FullName(), official.Nip ?? "–", official.Email, PostsOf(plan, official, today)]
                    )),
            ],
        };

    public static SettingsFormView PostList(OfficePlan plan, string url, FormState typed) =>
        new("Jabatan", "Jabatan yang dapat dipegang pegawai kantor ini, dan jabatan atasannya.", url)
        {
            Heads = ["Jabatan", "Sub-unit", "Atasan"],
            AddTitle = "Tambah jabatan",
            AddLabel = "Tambah jabatan",
            AddFields =
            [
                typed.Field("nama", "Nama jabatan"),
                typed.Field("kode", "Kode (boleh kosong)", CodeHint),
                typed.Choice("subunit", "Sub-unit", SubUnits(plan)) with
                {
                    Blank = "Kantor, bukan sub-unit",
                },
                typed.Choice("atasan", "Jabatan atasan", Posts(plan)),
            ],
            Rows =
            [
                .. plan.Posts.Select(post => new SettingsRow(
                    post.Code,
                    [post.Name, NameOf(SubUnits(plan), post.SubUnit), NameOf(Posts(plan), post.Superior)]
                )),
            ],
        };

    public static SettingsFormView SubUnitList(OfficePlan plan, string url, FormState typed) =>
        new(
            "Sub-unit",
            "Bagian atau tim yang melapor setiap triwulan. Sub-unit baru melapor sejak triwulan berikutnya yang dibuka.",
            url
        )
        {
            Heads = ["Sub-unit", "Jabatan kepala"],
            AddTitle = "Tambah sub-unit",
            AddLabel = "Tambah sub-unit",
            AddFields =
            [
                typed.Field("nama", "Nama sub-unit"),
                typed.Field("kode", "Kode (boleh kosong)", CodeHint),
                typed.Field("jabatan", "Nama jabatan kepalanya"),
                typed.Choice("atasan", "Jabatan atasannya", Posts(plan)),
                typed.Choice("kepala", "Pejabat kepalanya", PeopleForms.Officials(plan)),
                typed.Day("mulai", "Menjabat mulai"),
                typed.Field("dasar", "Dasar (nomor SK)"),
                typed.Choice("pengisi", "Pengisi laporannya", PeopleForms.Officials(plan)),
            ],
            Rows =
            [
                .. plan.SubUnits.Select(subUnit => new SettingsRow(
                    subUnit.Code,
                    [subUnit.Name, NameOf(Posts(plan), subUnit.HeadPost)]
                )),
            ],
        };

    private static string NameOf(IReadOnlyList<(string Code, string Name)> all, string? code) =>
        code is null ? "–" : all.FirstOrDefault(one => one.Code == code).Name ?? code;

    private static string PostsOf(OfficePlan plan, Official official, DateOnly today) =>
        string.Join(
            "; ",
            plan.Appointments.Where(one =>
                    one.Official == official.Code && one.From <= today && (one.Until is null || one.Until >= today)
                )
                .Select(one => NameOf(Posts(plan), one.Post))
        )
            is { Length: > 0 } posts
            ? posts
            : "–";
}
