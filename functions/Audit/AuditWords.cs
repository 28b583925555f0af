using System.Collections.Frozen;
using Sakip.Audit;
using Sakip.Storage;

namespace Sakip.Functions.Audit;

/// <summary>The audit chain in the words of officials.</summary>
internal static class AuditWords
{
    private static readonly FrozenDictionary<AuditAction, string> Actions = new Dictionary<AuditAction, string>
    {
        [AuditAction.ImportPlan] = "Rencana diimpor",
        [AuditAction.ChangePlan] = "Rencana atau pengaturan diubah",
        [AuditAction.ReviseBudget] = "Anggaran diubah",
        [AuditAction.ReplaceLogo] = "Lambang kantor diganti",
        [AuditAction.DraftAgreement] = "Rancangan perjanjian disusun",
        [AuditAction.DraftPostAgreements] = "Perjanjian bawahan disusun",
        [AuditAction.RedraftAgreement] = "Perjanjian disusun ulang",
        [AuditAction.HandBackAgreement] = "Perjanjian dikembalikan",
        [AuditAction.PutAgreementInForce] = "Perjanjian berlaku",
        [AuditAction.CancelAgreement] = "Perjanjian dibatalkan",
        [AuditAction.CallForRevision] = "Perubahan perjanjian diminta",
        [AuditAction.NoteBudget] = "Versi anggaran dicatat tanpa perubahan perjanjian",
        [AuditAction.OpenApproval] = "Langkah dibuka dan tautan dikirim",
        [AuditAction.EscalateApproval] = "Keterlambatan diteruskan ke atasan",
        [AuditAction.Remind] = "Pengingat dikirim",
        [AuditAction.SendCode] = "Kode sekali pakai diminta",
        [AuditAction.ReissueLink] = "Tautan diterbitkan ulang",
        [AuditAction.ResendLetter] = "Surat yang gagal dikirim ulang",
        [AuditAction.WithdrawLink] = "Tautan dicabut",
        [AuditAction.Delegate] = "Langkah didelegasikan",
        [AuditAction.Signed] = "Ditandatangani",
        [AuditAction.Submitted] = "Laporan dikirim",
        [AuditAction.Approved] = "Disetujui",
        [AuditAction.TakeBackReport] = "Laporan ditarik kembali",
        [AuditAction.Verified] = "Diverifikasi",
        [AuditAction.Returned] = "Dikembalikan",
        [AuditAction.Expired] = "Ditutup karena tenggat",
        [AuditAction.CheckConsistency] = "Konsistensi diperiksa",
        [AuditAction.AssembleReport] = "Laporan tahunan disusun",
        [AuditAction.HandBackReport] = "Laporan tahunan dikembalikan",
        [AuditAction.RecheckReport] = "Pemeriksaan ulang laporan tahunan diminta",
        [AuditAction.PublishReport] = "Laporan tahunan diterbitkan",
        [AuditAction.WarnOfCertificate] = "Peringatan kedaluwarsa sertifikat dikirim",
        [AuditAction.TellOfSuperior] = "Pergantian pihak kedua diberitahukan",
        [AuditAction.WarnOfDeadline] = "Peringatan tenggat dikirim",
        [AuditAction.RemindOfDeadline] = "Pengingat tenggat dikirim",
        [AuditAction.WarnOfLowAchievement] = "Peringatan capaian rendah dikirim",
        [AuditAction.ImportRealisation] = "Realisasi anggaran diimpor",
        [AuditAction.EraseContact] = "Data kontak dihapus atas permintaan",
        [AuditAction.MoveApproval] = "Tenggat langkah disesuaikan",
        [AuditAction.SignatureFailed] = "Tanda tangan elektronik gagal",
        [AuditAction.AddEvidence] = "Bukti dukung diunggah",
        [AuditAction.RefuseEvidence] = "Bukti dukung tidak dapat diterima",
        [AuditAction.DeleteEvidence] = "Bukti dukung dihapus",
        [AuditAction.RejectEvidence] = "Bukti dukung ditolak",
        [AuditAction.LockQuarter] = "Triwulan dikunci",
        [AuditAction.HoldQuarter] = "Penguncian triwulan tertahan",
        [AuditAction.RecheckQuarter] = "Pemeriksaan ulang triwulan diminta",
        [AuditAction.ExtendWindow] = "Masa pelaporan diperpanjang",
        [AuditAction.AskReopening] = "Pembukaan kembali diajukan",
        [AuditAction.ReopenQuarter] = "Triwulan dibuka kembali",
        [AuditAction.RefuseReopening] = "Pembukaan kembali ditolak",
        [AuditAction.ExplainFinding] = "Temuan dijelaskan",
        [AuditAction.AcceptedFinding] = "Penjelasan temuan diterima",
        [AuditAction.RejectedFinding] = "Penjelasan temuan ditolak",
        [AuditAction.StartCorrection] = "Perbaikan laporan terbit dimulai",
        [AuditAction.AddWebhook] = "Penerima webhook ditambahkan",
        [AuditAction.RenewWebhookSecret] = "Rahasia webhook diperbarui",
        [AuditAction.RemoveWebhook] = "Penerima webhook dihapus",
    }.ToFrozenDictionary();

    public static string Of(AuditAction action) => Actions[action];

    /// <summary>A word of the chain; one that no release wrote stays as it is.</summary>
    public static string Of(string word) => AuditVocabulary.ActionOf(word) is { } action ? Of(action) : word;

    /// <summary>The part in which somebody acted; null where the name says it all.</summary>
    public static string? PartOf(string word) =>
        AuditVocabulary.RoleOf(word) switch
        {
            null or ActorRole.System or ActorRole.Staff => null,
            ActorRole.Machine => "mesin",
            ActorRole.Planner => "perencana",
            ActorRole.Operator => "operator sub-unit",
            ActorRole.Verifier => "verifikator",
            ActorRole.BudgetManager => "pengelola anggaran",
            ActorRole.Inspector => "Inspektorat",
            ActorRole.Administrator => "administrator",
            ActorRole.SubUnitHead => "kepala sub-unit",
            ActorRole.OfficeHead => "kepala kantor",
            ActorRole.Superior => "atasan",
            ActorRole.SystemAdministrator => "pengelola sistem",
            ActorRole.LinkBearer => "pemegang tautan",
            ActorRole.Checker => "pemeriksa naskah",
            ActorRole.FirstParty => "pihak pertama",
            ActorRole.SecondParty => "pihak kedua",
            ActorRole.Submitter => "pengirim",
            ActorRole.Approver => "penyetuju",
            ActorRole.Writer => "penulis",
            ActorRole.Reviewer => "pereviu",
            ActorRole.Signatory => "penanda tangan",
            ActorRole.Explainer => "penjelas temuan",
            ActorRole.Ruler => "pemutus temuan",
            _ => null,
        };
}
