using Sakip.Approvals;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>What applying an import sets off: said before, and again after.</summary>
internal static class AppliedWords
{
    public const string Started = "dimulai";
    public const string Changed = "diterapkan";
    public const string Revised = "perubahan";

    public static string MarkOf(ImportResult result) =>
        result.Outcome switch
        {
            ImportOutcome.Started => Started,
            ImportOutcome.Changed when result.Preview.NewRevisions.Count > 0 => Revised,
            ImportOutcome.Changed => Changed,
            _ => "",
        };

    /// <summary>Who gets which letter; null where nothing can be applied.</summary>
    public static string? Before(ImportPreview preview, DateOnly today) =>
        preview is { CanApply: true, Reading.Plan: { } plan }
            ? preview.Base == 0
                ? $"Menerapkan memulai siklus kinerja {plan.Year} dan mengirim surat pemeriksaan naskah perjanjian kepada "
                    + $"{Checker(plan, today)}."
                : preview.NewRevisions.Count > 0
                    ? Revision(plan, today)
                    : "Tidak ada surat yang dikirim saat perubahan ini diterapkan. Bila penempatan berganti, langkah yang menunggu "
                        + "beralih kepada pejabat barunya dan ia menerima surat."
            : null;

    /// <param name="before">The version that the revision follows.</param>
    public static string Revision(OfficePlan plan, DateOnly today, Budget before, BudgetRevision revision) =>
        NotedBudgets.ChangesAnnex(before, revision, plan.Agreement.Template)
            ? Revision(plan, today)
            : "Target dan jumlah anggaran dalam perjanjian kinerja tidak berubah: versi ini dicatat tanpa perjanjian kinerja "
                + "perubahan, dan laporan kinerja menyebutnya.";

    public static string Revision(OfficePlan plan, DateOnly today) =>
        "Menerapkan menyusun perubahan perjanjian kinerja dan mengirim surat pemeriksaan naskahnya kepada "
        + $"{Checker(plan, today)}.";

    /// <summary>What has begun; null for no mark.</summary>
    public static string? After(OfficePlan plan, string mark, DateOnly today) =>
        mark switch
        {
            Started =>
                $"Rencana tersimpan dan siklus kinerja {plan.Year} dimulai. Surat pemeriksaan naskah perjanjian dikirim kepada "
                    + $"{Checker(plan, today)}.",
            Revised =>
                "Rencana dan perubahan anggarannya tersimpan. Perubahan perjanjian disusun; surat pemeriksaan naskahnya dikirim "
                    + $"kepada {Checker(plan, today)}.",
            Changed => "Rencana tersimpan sebagai versi baru.",
            _ => null,
        };

    private static string Checker(OfficePlan plan, DateOnly today) =>
        Bearers.Find(plan, ApprovalKind.AgreementCheck, null, today, []) is { } checker
            ? $"{checker.FullName()} (pemeriksa naskah)"
            : "pemeriksa naskah begitu ada pejabatnya";
}
