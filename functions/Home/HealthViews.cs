using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using Sakip.Recovery;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <param name="Said">How the year goes, in one sentence.</param>
/// <param name="Troubles">What does not go on by itself, with what to do about it.</param>
/// <param name="Running">What goes on, counted by kind.</param>
/// <param name="Mendable">How many processes try again when they are told that it was mended.</param>
internal sealed record HealthView(
    string Said,
    bool IsWell,
    IReadOnlyList<(string Label, string Value)> Facts,
    PageTable Troubles,
    PageTable Running,
    int Mendable = 0
)
{
    /// <summary>That a timer stands still, and what to do about it.</summary>
    public string? Warning { get; init; }

    /// <summary>Why the superior is not taken over from the other office's plan, and what to do about it.</summary>
    public string? Superior { get; init; }

    /// <summary>What came of telling them.</summary>
    public string? Notice { get; init; }
}

/// <summary>What the doctor sees of a year, in words for the office's administrator.</summary>
internal static class HealthViews
{
    public static HealthView Of(OfficePlan plan, YearHealth health, YearLoad load)
    {
        return new HealthView(
            Said(health.Troubles),
            health.Troubles.Count == 0,
            [
                ("Langkah yang menunggu orang", $"{load.Open}"),
                ("Di antaranya lewat tenggat", $"{load.Overdue}"),
                ("Pesan terlama yang belum terkirim", Age(load.OldestMessage)),
            ],
            new PageTable(
                "Yang tersangkut",
                ["Perihal", "Yang terjadi", "Sejak", "Yang perlu dilakukan"],
                [
                    .. health.Troubles.Select(trouble =>
                        (IReadOnlyList<string>)
                            [
                                About(trouble.Instance, plan),
                                Of(trouble),
                                PageWords.Moment(trouble.Since),
                                Remedy(trouble),
                            ]
                    ),
                ]
            ),
            new PageTable(
                "Yang sedang berjalan",
                ["Proses", "Jumlah", "Terlama sejak"],
                [
                    .. health
                        .Open.GroupBy(instance => KindOf(instance.Id))
                        .Select(group =>
                            (IReadOnlyList<string>)
                                [group.Key, $"{group.Count()}", PageWords.Moment(group.Min(one => one.Created))]
                        ),
                ]
            ),
            health.Troubles.Count(trouble => trouble.Kind == Trouble.NeedsMending)
        );
    }

    /// <param name="missed">How many open steps should have been reminded of and were not.</param>
    public static string? WarningOf(int missed) =>
        missed == 0
            ? null
            : $"Pengingat berhenti: {missed} langkah sudah lebih dari sehari menunggu pengingatnya. Minta pengelola teknis "
                + "memeriksa jadwal SendReminders; begitu berjalan lagi, pengingatnya menyusul sendiri.";

    private static string Said(IReadOnlyList<TroubleFound> troubles)
    {
        var stuck = troubles.Count(trouble => trouble.Kind != Trouble.StorageAway);
        return stuck > 0 ? $"{stuck} hal tidak akan lanjut sendiri. Kerjakan anjurannya satu per satu."
            : troubles.Count > 0 ? "Penyimpanan tidak menjawab. Prosesnya menunggu dan akan lanjut sendiri."
            : "Semua berjalan. Tidak ada yang tersangkut.";
    }

    private static string About(string instance, OfficePlan plan) =>
        YearInstances.StepOf(instance) is var (subject, _, _)
            ? StepWords.About(subject, plan)
            : StepWords.About(Subject.Parse(instance.Replace(':', '.')), plan);

    private static string KindOf(string instance) =>
        instance.Split(':')[0] switch
        {
            "cycle" => "Siklus tahun",
            "agreement" => "Perjanjian kinerja",
            "quarter" => "Triwulan",
            "report" => "Laporan triwulan sub-unit",
            "annual-report" => "Laporan tahunan",
            "narrative" => "Narasi",
            "reopening" => "Pembukaan kembali triwulan",
            _ => "Langkah yang menunggu orang",
        };

    private static string Of(TroubleFound trouble) =>
        trouble.Kind switch
        {
            Trouble.CycleMissing => "Siklus tahun ini tercatat berjalan, tetapi prosesnya tidak ada.",
            Trouble.CorrectionMissing => "Perbaikan laporan tercatat berjalan, tetapi prosesnya tidak ada.",
            Trouble.InstanceFailed => "Prosesnya berhenti karena galat, atau dihentikan dari luar.",
            Trouble.StepWithoutInstance => "Langkahnya terbuka, tetapi tidak ada proses yang menunggunya.",
            Trouble.DecisionNotHeard => "Keputusannya tercatat, tetapi belum diteruskan.",
            Trouble.NeedsMending => MendingWords.What(trouble.Standing!),
            Trouble.StorageAway => "Penyimpanan tidak menjawab; prosesnya menunggu.",
            Trouble.AuditRefused =>
                $"Ujung jejak audit tidak lagi seperti yang ditulis sistem (entri {trouble.Standing?.Detail}); tidak ada yang "
                    + "ditambahkan padanya. Keputusan tetap tercatat dan menyusul masuk jejak.",
            _ => "Tenggatnya lewat, tetapi langkahnya belum ditutup.",
        };

    private static string Remedy(TroubleFound trouble) =>
        trouble.Kind switch
        {
            Trouble.DecisionNotHeard =>
                "Tunggu pemeriksaan berkala berikutnya, yang meneruskannya lagi. Bila tetap ada, hubungi pengelola teknis.",
            Trouble.NeedsMending => MendingWords.Remedy(trouble.Standing!),
            Trouble.AuditRefused =>
                "Segera beri tahu pimpinan kantor dan pengelola teknis: mungkin ada yang mengubah catatan. Pengelola teknis "
                    + "menjalankan audit verify menurut buku panduan, dan memulihkan dari cadangan atau menyegel ulang ujungnya.",
            Trouble.StorageAway =>
                "Tidak ada yang perlu diulang: dicoba terus, paling lama sejam sekali, dan lanjut sendiri begitu penyimpanan "
                    + "menjawab. Beri tahu pengelola teknis.",
            _ =>
                "Minta pengelola teknis membangun kembali tahun ini menurut buku panduan; tidak ada yang terkirim dua kali.",
        };

    private static string Age(TimeSpan age) =>
        age < TimeSpan.FromMinutes(1) ? "tidak ada"
        : age < TimeSpan.FromHours(1) ? $"{(int)age.TotalMinutes} menit"
        : age < TimeSpan.FromDays(1) ? $"{(int)age.TotalHours} jam"
        : $"{(int)age.TotalDays} hari";
}
