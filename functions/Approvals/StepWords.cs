using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Kernel;
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
            ApprovalKind.AgreementCheck => "Pemeriksaan naskah",
            ApprovalKind.QuarterReopening => "Persetujuan pembukaan kembali",
            _ => "Keputusan",
        };

    /// <summary>"Triwulan II – Tatalaksana" or "Perjanjian Kinerja 2024, perubahan ke-1".</summary>
    /// <param name="rounds">Rounds of the year's quarters, for the sub-units that a reopening is about.</param>
    public static string About(Subject? subject, OfficePlan plan, IReadOnlyList<RoundRow>? rounds = null) =>
        subject switch
        {
            null => "",
            AgreementSubject { Post: not null } agreement => Facts.TitleOf(plan, agreement),
            AgreementSubject { Revision: 0 } => $"Perjanjian Kinerja {subject.Year}",
            AgreementSubject { Revision: var revision } =>
                $"Perjanjian Kinerja {subject.Year}, perubahan ke-{revision}",
            QuarterSubject { Quarter: var quarter } => $"Triwulan {quarter.Roman()}",
            ReopeningSubject reopening => $"Triwulan {reopening.Quarter.Roman()}{SubUnitsOf(reopening, plan, rounds)}",
            SubUnitReportSubject report => $"Laporan triwulan {report.Quarter.Roman()}, "
                + (plan.SubUnits.FirstOrDefault(subUnit => subUnit.Code == report.SubUnit)?.Name ?? report.SubUnit),
            AnnualReportSubject => $"Laporan Kinerja {subject.Year}",
            NarrativeSubject narrative => "Narasi: "
                + (
                    plan.Report.Narratives.FirstOrDefault(text => text.Section == narrative.Section)?.Title
                    ?? narrative.Section
                ),
            PlanSubject => $"Rencana kinerja {subject.Year}",
            _ => $"Siklus kinerja {subject.Year}",
        };

    private static string SubUnitsOf(ReopeningSubject reopening, OfficePlan plan, IReadOnlyList<RoundRow>? rounds)
    {
        var quarter = Keys.Partition(new QuarterSubject(reopening.Office, reopening.Quarter));
        return rounds?.FirstOrDefault(row => row.Round == reopening.Round && row.PartitionKey == quarter) is { } round
            ? ", " + round.SubUnitNames(plan)
            : "";
    }
}
