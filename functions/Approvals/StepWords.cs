using Sakip.Approvals;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>Steps and what they are about, in words for lists.</summary>
internal static class StepWords
{
    public static string Of(string kind) => Enum.TryParse<ApprovalKind>(kind, out var known) ? Of(known) : "Keputusan";

    public static string Of(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.FirstPartySignature => "Tanda tangan pihak pertama",
            ApprovalKind.SecondPartySignature => "Tanda tangan pihak kedua",
            ApprovalKind.ReportSubmission => "Pengisian laporan",
            ApprovalKind.ReportApproval => "Persetujuan kepala sub-unit",
            ApprovalKind.ReportVerification => "Verifikasi laporan",
            ApprovalKind.AnnualReview => "Reviu laporan tahunan",
            ApprovalKind.AnnualSignature => "Tanda tangan laporan tahunan",
            ApprovalKind.Narrative => "Narasi laporan tahunan",
            _ => "Keputusan",
        };

    /// <summary>"Triwulan II – Tatalaksana" or "Perjanjian Kinerja 2024, perubahan ke-1".</summary>
    public static string About(SubjectRef? subject, OfficePlan plan)
    {
        if (subject is null)
            return "";
        var parts = subject.Rest.Split(':');
        return subject.Kind switch
        {
            "agreement" => $"Perjanjian Kinerja {subject.Year}"
                + (parts[0] is "0" or "" ? "" : $", perubahan ke-{parts[0]}"),
            "quarter" => $"Triwulan {Roman(parts[0])}",
            "report" => $"Laporan triwulan {Roman(parts[0])}, "
                + (
                    plan.SubUnits.FirstOrDefault(subUnit => parts.Length > 1 && subUnit.Code == parts[1])?.Name
                    ?? parts[^1]
                ),
            "annual-report" => $"Laporan Kinerja {subject.Year}",
            "narrative" => "Narasi: "
                + (plan.Report.Narratives.FirstOrDefault(text => text.Section == parts[^1])?.Title ?? parts[^1]),
            "plan" => $"Rencana kinerja {subject.Year}",
            _ => $"Siklus kinerja {subject.Year}",
        };
    }

    public static string Roman(string quarter) =>
        quarter switch
        {
            "q1" => "I",
            "q2" => "II",
            "q3" => "III",
            "q4" => "IV",
            _ => quarter,
        };
}
