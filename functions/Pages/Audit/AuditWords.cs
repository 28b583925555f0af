using System.Collections.Frozen;

namespace Sakip.Functions.Pages.Audit;

/// <summary>What was done, in words; an action without words keeps its name.</summary>
public static class AuditWords
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["plan-imported"] = "Rencana diimpor",
        ["plan-changed"] = "Rencana atau pengaturan diubah",
        ["budget-revised"] = "Anggaran diubah",
        ["DraftAgreement"] = "Rancangan perjanjian disusun",
        ["RedraftAgreement"] = "Perjanjian disusun ulang",
        ["HandBackAgreement"] = "Perjanjian dikembalikan",
        ["PutAgreementInForce"] = "Perjanjian berlaku",
        ["CancelAgreement"] = "Perjanjian dibatalkan",
        ["CallForRevision"] = "Perubahan perjanjian diminta",
        ["OpenApproval"] = "Langkah dibuka dan tautan dikirim",
        ["EscalateApproval"] = "Keterlambatan diteruskan ke atasan",
        ["Remind"] = "Pengingat dikirim",
        ["SendCode"] = "Kode sekali pakai diminta",
        ["ReissueLink"] = "Tautan diterbitkan ulang",
        ["WithdrawLink"] = "Tautan dicabut",
        ["Delegate"] = "Langkah didelegasikan",
        ["Signed"] = "Ditandatangani",
        ["Submitted"] = "Laporan dikirim",
        ["Approved"] = "Disetujui",
        ["Verified"] = "Diverifikasi",
        ["Returned"] = "Dikembalikan",
        ["Expired"] = "Ditutup karena tenggat",
        ["CheckConsistency"] = "Konsistensi diperiksa",
        ["AssembleReport"] = "Laporan tahunan disusun",
        ["HandBackReport"] = "Laporan tahunan dikembalikan",
        ["PublishReport"] = "Laporan tahunan diterbitkan",
        ["WarnOfDeadline"] = "Peringatan tenggat dikirim",
        ["WindowExtended"] = "Jendela pelaporan diperpanjang",
        ["QuarterReopened"] = "Triwulan dibuka kembali",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Of(string action) => Known.GetValueOrDefault(action, action);
}
