using Microsoft.DurableTask;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>What an instance waits for, as a person understands it: the custom status of the durable client and portal.</summary>
internal static class StepStatus
{
    /// <summary>"menunggu tanda tangan pihak kedua, tenggat 31 Januari 2024".</summary>
    public static string Of(ApprovalKind kind, DateOnly due) =>
        $"menunggu {What(kind)}, tenggat {IndonesianDate.Long(due)}";

    public static void WaitsFor(this TaskOrchestrationContext context, ApprovalKind kind, ApprovalSchedule schedule) =>
        context.Enters(Of(kind, schedule.DueOn ?? DateOnly.FromDateTime(schedule.DueAt)));

    private static string What(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.AgreementCheck => "pemeriksaan naskah perjanjian",
            ApprovalKind.FirstPartySignature => "tanda tangan pihak pertama",
            ApprovalKind.SecondPartySignature => "tanda tangan pihak kedua",
            ApprovalKind.ReportSubmission => "laporan sub-unit",
            ApprovalKind.ReportApproval => "persetujuan kepala sub-unit",
            ApprovalKind.ReportVerification => "verifikasi laporan",
            ApprovalKind.Narrative => "narasi",
            ApprovalKind.AnnualReview => "reviu Inspektorat",
            ApprovalKind.AnnualSignature => "tanda tangan kepala kantor",
            ApprovalKind.QuarterReopening => "persetujuan pembukaan kembali",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of approval."),
        };
}
