using Sakip.Calendar;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning.Settings;

/// <summary>The settings pages: what holds, and the fields that change it.</summary>
internal static class SettingsForms
{
    /// <param name="inForce">The windows as they hold, extensions included.</param>
    public static SettingsFormView Windows(
        OfficePlan plan,
        IReadOnlyList<WindowInForce> inForce,
        string url,
        DateOnly today,
        FormState typed
    )
    {
        var open = plan.Windows.Where(window => window.Opens > today).OrderBy(window => window.Quarter).ToArray();
        return new SettingsFormView(
            "Jendela pelaporan",
            "Kapan laporan triwulan dibuka, tenggatnya, kapan ditutup, dan paling lambat diverifikasi.",
            url
        )
        {
            Heads = ["Triwulan", "Dibuka", "Tenggat", "Ditutup", "Batas verifikasi", "Keterangan"],
            Rows =
            [
                .. inForce.Select(window => new SettingsRow(
                    window.Dates.Quarter.Code(),
                    [
                        $"Triwulan {window.Dates.Quarter.Roman()}",
                        PageWords.ShortDay(window.Dates.Opens),
                        PageWords.ShortDay(window.Dates.Due),
                        PageWords.ShortDay(window.Dates.Closes),
                        PageWords.ShortDay(window.Dates.VerificationDue),
                        PlanViews.Remark(window),
                    ]
                )),
            ],
            AddTitle = "Ubah jendela yang belum dibuka",
            AddLabel = open.Length == 0 ? null : "Simpan jendela",
            Message =
                open.Length == 4
                    ? null
                    : "Jendela yang sudah dibuka diperpanjang pada halaman triwulannya, supaya pemegang laporan diberi tahu.",
            AddFields =
            [
                .. open.SelectMany(window =>
                    new[]
                    {
                        ("buka", "dibuka", window.Opens),
                        ("tempo", "tenggat", window.Due),
                        ("tutup", "ditutup", window.Closes),
                        ("verifikasi", "batas verifikasi", window.VerificationDue),
                    }.Select(field =>
                        typed.Day(
                            $"{window.Quarter.Code()}.{field.Item1}",
                            $"Triwulan {window.Quarter.Roman()}, {field.Item2}",
                            field.Item3
                        )
                    )
                ),
            ],
        };
    }

    public static SettingsFormView Policy(OfficePlan plan, string url, FormState typed)
    {
        var policy = plan.Policy;
        return new SettingsFormView(
            "Kebijakan hitung",
            $"Versi {policy.Version} berlaku. Setiap hasil menyebut versi yang dipakainya; hasil yang sudah ada tidak berubah.",
            url
        )
        {
            AddTitle = "Aturan perhitungan",
            AddLabel = "Simpan kebijakan",
            AddFields =
            [
                Choice("minimasi", "Capaian indikator minimasi", policy.Minimise, typed),
                Choice("nol", "Capaian target 0", policy.ZeroTarget, typed),
                Choice("kata", "Capaian target dalam kata", policy.WordedTarget, typed),
                Choice("batas", "Batas atas capaian", policy.Cap, typed),
                Choice("efisiensi", "Rumus efisiensi", policy.Efficiency, typed),
                Choice("pembulatan", "Pembulatan", policy.Rounding, typed),
                Choice("agregat", "Capaian sasaran", policy.Aggregation, typed),
                typed.Of(
                    new FieldView(
                        "menunjang",
                        "Program menunjang mulai (%)",
                        PageWords.Typed(policy.SupportsFrom) ?? "",
                        InputMode: "decimal"
                    )
                ),
                typed.Of(
                    new FieldView(
                        "serapan",
                        "Serapan rendah di bawah (%)",
                        PageWords.Typed(policy.LowAbsorption) ?? "",
                        "Di bawah ini penjelasan serapan diminta.",
                        InputMode: "decimal"
                    )
                ),
            ],
        };
    }

    public static SettingsFormView Holidays(OfficePlan plan, string url, FormState typed)
    {
        return new SettingsFormView(
            "Hari libur",
            "Hari libur nasional, cuti bersama, dan hari libur daerah. Tenggat dihitung dalam hari kerja.",
            url
        )
        {
            Heads = ["Tanggal", "Nama", "Lingkup", "Dasar"],
            Rows =
            [
                .. plan
                    .Holidays.OrderBy(holiday => holiday.Date)
                    .Select(holiday => new SettingsRow(
                        SettingsChanges.KeyOf(holiday),
                        [
                            PageWords.ShortDay(holiday.Date),
                            holiday.Name,
                            holiday.Scope,
                            holiday.Source + (holiday.Assumed ? " (perkiraan)" : ""),
                        ]
                    )),
            ],
            Message = plan.Holidays.Any(holiday => holiday.Date.Year == plan.Year)
                ? null
                : $"Hari libur tahun {plan.Year} belum ditetapkan atau belum diisi; tenggat hanya melewati akhir pekan.",
            PickLabel = "Hapus yang dipilih",
            AddTitle = "Tambah hari libur",
            AddLabel = "Tambah",
            AddFields =
            [
                typed.Day("tanggal", "Tanggal"),
                typed.Field("nama", "Nama"),
                typed.Choice(
                    "lingkup",
                    "Lingkup",
                    [
                        .. plan
                            .Holidays.Select(holiday => holiday.Scope)
                            .Append(HolidayCalendars.National)
                            .Append(HolidayCalendars.JointLeave)
                            .Append(HolidayCalendars.ScopeOf(plan.Unit.Province))
                            .Distinct()
                            .Order()
                            .Select(scope => (scope, scope)),
                    ]
                ),
                typed.Field("sumber", "Dasar", "Keputusan atau surat edaran yang menetapkannya."),
            ],
        };
    }

    /// <summary>A choice of which one holds already.</summary>
    internal static FieldView Choice<T>(string name, string label, T known, FormState typed)
        where T : struct, Enum =>
        typed.Choice(name, label, SettingsWords.Options<T>(), known.ToString()) with
        {
            Blank = null,
        };
}
