using Sakip.Functions.Planning.Settings;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <param name="Url">Where the form is posted.</param>
internal sealed record ChangeFormView(string Title, string Lead, string Url, FormState Form)
{
    /// <summary>The change's own questions; the basis stands after them.</summary>
    public IReadOnlyList<FieldGroup> Groups { get; init; } = [];

    public required FieldGroup Basis { get; init; }

    /// <summary>Asks for the official first; null where nothing has to be chosen before.</summary>
    public FieldView? Chooser { get; init; }

    /// <summary>Asks for a file of the plan as it is to stand.</summary>
    public bool HasFile { get; init; }

    /// <summary>The file that is already here.</summary>
    public string? Kept { get; init; }

    public required string Above { get; init; }
}

/// <summary>The forms of changes within the year.</summary>
internal static class ChangeFormViews
{
    public static ChangeFormView Of(
        YearChangeKind kind,
        OfficePlan plan,
        ChangeGround ground,
        FormState form,
        ChangeFile? file,
        string official
    )
    {
        var root = ChangeBasisRules.Page(plan, "perubahan");
        var view = new ChangeFormView(ChangeWords.Of(kind), Lead(kind), $"{root}/{ChangeForms.WordOf(kind)}", form)
        {
            Above = root,
            Basis = Basis(kind, plan, ground, form),
        };
        return kind switch
        {
            YearChangeKind.Organisation => view with { Groups = Organisation(plan, ground, form, file) },
            YearChangeKind.StrategicPlan => view with
            {
                HasFile = true,
                Kept = file?.Hash is { Length: > 0 } hash ? hash : null,
                Groups = Strategic(form),
            },
            _ => OfficialChangeForm.Into(view, plan, ground, official),
        };
    }

    private static string Lead(YearChangeKind kind) =>
        kind switch
        {
            YearChangeKind.Organisation =>
                "Sub-unit dibentuk, dihapus, atau bertukar pekerjaan. Anggaran dan perjanjian kinerja tidak berubah karenanya.",
            YearChangeKind.StrategicPlan =>
                "Renstra baru (RPD ke RPJMD), indikator atau target baru, dihentikan, berganti nama, atau digantikan.",
            _ =>
                "Pejabat atau pegawai meninggal, pensiun, diberhentikan sementara, atau pindah. Langkah yang terbuka beralih seketika.",
        };

    public static FieldGroup Basis(YearChangeKind kind, OfficePlan plan, ChangeGround ground, FormState form) =>
        new(
            "Dasar perubahan",
            ChangeBasisRules.Earliest(kind, plan, ground) is { } earliest
                ? $"Triwulan {ground.LastLocked!.Value.Roman()} sudah dikunci: perubahan berlaku paling awal {IndonesianDate.Long(earliest)}."
                : null,
            [
                form.Field(ChangeForms.Decree, "Nomor keputusan atau peraturan"),
                form.Day(ChangeForms.DecreeDate, "Tanggal keputusan"),
                form.Day(
                    ChangeForms.From,
                    "Mulai berlaku",
                    hint: kind == YearChangeKind.Official
                        ? "Hari yang sebenarnya; boleh berlaku surut sampai keputusan terakhir yang masih diberikannya."
                        : "Boleh berlaku surut, paling jauh sampai triwulan yang belum dikunci."
                ),
                form.Field(ChangeForms.Reason, "Alasan", "Dimuat dalam laporan kinerja.", isLong: true),
            ]
        );

    private static IReadOnlyList<FieldGroup> Organisation(
        OfficePlan plan,
        ChangeGround ground,
        FormState form,
        ChangeFile? file
    )
    {
        IReadOnlyList<(string, string)> standing =
        [
            .. Carriers.On(plan, ground.Today).SubUnits().Select(one => (one.Code, one.Name)),
        ];
        IReadOnlyList<(string, string)> takers = [.. standing, (ChangeForms.TheNewOne, "Sub-unit baru di atas")];
        var moves = file?.Moves ?? [];
        return
        [
            new FieldGroup("Sub-unit yang dibentuk", "Kosongkan bila tidak ada.", Begun(plan, form)),
            new FieldGroup(
                "Sub-unit yang berakhir",
                "Laporan dan langkahnya yang terbuka diteruskan penerusnya.",
                [
                    form.Choice(ChangeForms.Ended, "Sub-unit yang berakhir", standing) with
                    {
                        Blank = "Tidak ada",
                    },
                    form.Choice(ChangeForms.Successor, "Penerusnya", takers),
                ]
            ),
            new FieldGroup(
                "Pekerjaan yang berpindah",
                "Satu kode setiap baris. Yang tidak disebut dari sub-unit yang berakhir ikut ke penerusnya.",
                [
                    form.Of(
                        new FieldView(
                            ChangeForms.Moves,
                            "Kode sub kegiatan",
                            string.Join('\n', moves.Select(one => $"{one.SubActivity}: {one.To}")),
                            IsLong: true
                        )
                    ),
                    form.Field(ChangeForms.Indicators, "Kode indikator", isLong: true),
                    form.Choice(ChangeForms.Taker, "Pelaksana atau pengampu baru", takers) with
                    {
                        Blank = "Tertulis pada barisnya",
                    },
                ]
            ),
        ];
    }

    private static List<FieldView> Begun(OfficePlan plan, FormState form) =>
        [
            form.Field(ChangeForms.Begun, "Nama sub-unit"),
            form.Field("baru.kode", "Kode (boleh kosong)"),
            form.Field("baru.jabatan", "Nama jabatan kepalanya"),
            form.Choice("baru.atasan", "Jabatan atasannya", PeopleForms.Posts(plan)) with
            {
                Blank = "Kepala kantor",
            },
            form.Choice("baru.kepala", "Pejabat kepalanya", PeopleForms.Officials(plan)),
            form.Choice("baru.jenis", "Cara menjabat", SettingsWords.Options<Tenure>(), nameof(Tenure.Definitive)),
            form.Choice("baru.pengisi", "Pengisi laporannya", PeopleForms.Officials(plan)),
        ];

    private static IReadOnlyList<FieldGroup> Strategic(FormState form) =>
        [
            new FieldGroup(
                "Indikator pengganti",
                "Yang tidak ada lagi dalam berkas dihentikan; yang baru di dalamnya ditambahkan.",
                [
                    form.Field(
                        ChangeForms.Replaces,
                        "Yang menggantikan (boleh kosong)",
                        "Satu baris satu pasangan: kode baru = kode lama.",
                        isLong: true
                    ),
                ]
            ),
        ];
}
