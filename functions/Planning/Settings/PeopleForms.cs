using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using static Sakip.Functions.Planning.Settings.SettingsForms;

namespace Sakip.Functions.Planning.Settings;

/// <summary>The settings pages about people: roles, appointments, contacts.</summary>
internal static class PeopleForms
{
    private const int PageSize = 50;

    public static SettingsFormView Roles(
        OfficePlan plan,
        string url,
        int page,
        IReadOnlyDictionary<string, string> typed
    )
    {
        var names = Names(plan);
        return Paged(
            new SettingsFormView(
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
                    new InputView("pegawai", "Pegawai", Typed(typed, "pegawai"), Options: Officials(plan)),
                    Choice("peran", "Peran", OfficeRole.Operator, typed),
                    new InputView("subunit", "Sub-unit", Typed(typed, "subunit"), Options: SubUnits(plan)),
                ],
            },
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
            page
        );
    }

    public static SettingsFormView Appointments(
        OfficePlan plan,
        string url,
        int page,
        DateOnly today,
        IReadOnlyDictionary<string, string> typed
    )
    {
        var names = Names(plan);
        var posts = plan.Posts.ToDictionary(post => post.Code, post => post.Name);
        return Paged(
            new SettingsFormView(
                "Penempatan",
                "Siapa memegang jabatan apa dan sejak kapan. Penempatan lama tidak dihapus, melainkan diakhiri.",
                url
            )
            {
                Heads = ["Pegawai", "Jabatan", "Jenis", "Mulai", "Sampai", "Dasar"],
                PickLabel = "Akhiri yang dipilih",
                PickFields = [Date("sampai", "Hari terakhir", today, typed)],
                AddTitle = "Tambah penempatan",
                AddLabel = "Tambah",
                AddFields =
                [
                    new InputView("pegawai", "Pegawai", Typed(typed, "pegawai"), Options: Officials(plan)),
                    new InputView(
                        "jabatan",
                        "Jabatan",
                        Typed(typed, "jabatan"),
                        Options: [.. plan.Posts.Select(post => new InputOption(post.Code, post.Name))]
                    ),
                    Choice("jenis", "Jenis", Tenure.Definitive, typed),
                    Date("mulai", "Mulai tanggal", today, typed),
                    Date("hingga", "Sampai tanggal (boleh kosong)", null, typed),
                    new InputView("dasar", "Dasar (nomor SK)", Typed(typed, "dasar"), IsRequired: true),
                ],
            },
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
            page
        );
    }

    public static SettingsFormView Contacts(
        OfficePlan plan,
        string url,
        int page,
        IReadOnlyDictionary<string, string> typed
    )
    {
        return Paged(
            new SettingsFormView(
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
                    new InputView("pegawai", "Pegawai", Typed(typed, "pegawai"), Options: Officials(plan)),
                    new InputView("surel", "Surel (kosong: tidak berubah)", Typed(typed, "surel"), "email"),
                    new InputView(
                        "whatsapp",
                        "Nomor WhatsApp",
                        Typed(typed, "whatsapp"),
                        "tel",
                        Hint: "Dengan kode negara, angka saja."
                    ),
                    new InputView("entra", "Id objek Entra (boleh kosong)", Typed(typed, "entra")),
                    new InputView("izin", "Pemilik mengizinkan pesan WhatsApp", Typed(typed, "izin"), "checkbox"),
                ],
            },
            [
                .. plan.Officials.Select(official => new SettingsRow(
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
            page
        );
    }

    private static SettingsFormView Paged(SettingsFormView view, IReadOnlyList<SettingsRow> rows, int page)
    {
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        string? Link(int to) => to < 1 || to > pages ? null : $"{view.Url}?halaman={to}";
        return view with
        {
            Rows = [.. rows.Skip((page - 1) * PageSize).Take(PageSize)],
            Pager = new PagerView(Link(page - 1), Link(page + 1), $"Halaman {page} dari {pages}"),
        };
    }

    private static Dictionary<string, string> Names(OfficePlan plan) =>
        plan.Officials.ToDictionary(official => official.Code, official => official.FullName());

    private static IReadOnlyList<InputOption> Officials(OfficePlan plan) =>
        [
            .. plan
                .Officials.OrderBy(official => official.Name, PageWords.Order)
                .Select(official => new InputOption(official.Code, official.FullName())),
        ];

    private static IReadOnlyList<InputOption> SubUnits(OfficePlan plan) =>
        [new("", "Seluruh kantor"), .. plan.SubUnits.Select(subUnit => new InputOption(subUnit.Code, subUnit.Name))];
}
