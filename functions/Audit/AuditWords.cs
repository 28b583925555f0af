using System.Collections.Frozen;

namespace Sakip.Functions.Audit;

/// <summary>What was done, in words; an action without words keeps its name.</summary>
internal static class AuditWords
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["plan-imported"] = "Rencana diimpor",
        ["plan-changed"] = "Rencana atau pengaturan diubah",
        ["budget-revised"] = "Anggaran diubah",
        ["ReplaceLogo"] = "Lambang kantor diganti",
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
        ["ResendLetter"] = "Surat yang gagal dikirim ulang",
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
        ["RecheckReport"] = "Pemeriksaan ulang laporan tahunan diminta",
        ["PublishReport"] = "Laporan tahunan diterbitkan",
        ["WarnOfCertificate"] = "Peringatan kedaluwarsa sertifikat dikirim",
        ["TellOfSuperior"] = "Pergantian pihak kedua diberitahukan",
        ["WarnOfDeadline"] = "Peringatan tenggat dikirim",
        ["RemindOfDeadline"] = "Pengingat batas waktu dikirim",
        ["WarnOfLowAchievement"] = "Peringatan capaian rendah dikirim",
        ["budget-realisation-imported"] = "Realisasi anggaran diimpor",
        ["contact-erased"] = "Data kontak dihapus atas permintaan",
        ["MoveApproval"] = "Tenggat langkah disesuaikan",
        ["SignatureFailed"] = "Tanda tangan elektronik gagal",
        ["AddEvidence"] = "Bukti dukung diunggah",
        ["RefuseEvidence"] = "Bukti dukung tidak dapat diterima",
        ["DeleteEvidence"] = "Bukti dukung dihapus",
        ["RejectEvidence"] = "Bukti dukung ditolak",
        ["LockQuarter"] = "Triwulan dikunci",
        ["HoldQuarter"] = "Penguncian triwulan tertahan",
        ["RecheckQuarter"] = "Pemeriksaan ulang triwulan diminta",
        ["ExtendWindow"] = "Masa pelaporan diperpanjang",
        ["AskReopening"] = "Pembukaan kembali diajukan",
        ["ReopenQuarter"] = "Triwulan dibuka kembali",
        ["RefuseReopening"] = "Pembukaan kembali ditolak",
        ["ExplainFinding"] = "Temuan dijelaskan",
        ["AcceptedFinding"] = "Penjelasan temuan diterima",
        ["RejectedFinding"] = "Penjelasan temuan ditolak",
        ["StartCorrection"] = "Perbaikan laporan terbit dimulai",
        ["webhook-added"] = "Penerima webhook ditambahkan",
        ["webhook-secret-renewed"] = "Rahasia webhook diperbarui",
        ["webhook-removed"] = "Penerima webhook dihapus",
        ["WindowExtended"] = "Jendela pelaporan diperpanjang",
        ["QuarterReopened"] = "Triwulan dibuka kembali",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool Knows(string action) => Known.ContainsKey(action);

    public static string Of(string action) => Known.GetValueOrDefault(action, action);
}
