using Sakip.Collection;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Collection;

/// <summary>A file as a page lists it.</summary>
/// <param name="Remark">What to know about it: a date outside the quarter, a file that was used before.</param>
internal sealed record EvidenceView(
    string Id,
    string FileName,
    string Detail,
    string Url,
    string? Remark = null,
    string? Rejection = null
);

/// <summary>The fields of one indicator, sub-activity or action-plan item, with its evidence.</summary>
/// <param name="Owner">Code that evidence is filed under.</param>
/// <param name="Known">What is known beside the fields: target, last quarter, ceiling.</param>
internal sealed record ReportGroup(
    string Owner,
    string Title,
    IReadOnlyList<(string Label, string Value)> Known,
    IReadOnlyList<FieldView> Fields,
    IReadOnlyList<EvidenceView> Evidence
);

/// <summary>A field that two people filled differently.</summary>
internal sealed record DraftDifference(string Label, string Mine, string Stored);

internal sealed record ReportFormModel(
    string Title,
    string Office,
    IReadOnlyList<(string Label, string Value)> Facts,
    string Action,
    string ActionToken,
    IReadOnlyList<ReportGroup> Groups
)
{
    public int Revision { get; init; }
    public string Writer { get; init; } = "";
    public string? SavedAt { get; init; }
    public string? ReturnNote { get; init; }

    /// <summary>How late the report is; null while it is in time.</summary>
    public string? Late { get; init; }
    public string? Message { get; init; }
    public bool IsError { get; init; }

    /// <summary>Rows that were left empty, about which the sender is asked.</summary>
    public IReadOnlyList<SubmissionGap> Gaps { get; init; } = [];
    public string? EvidenceOwner { get; init; }
    public string? EvidenceError { get; init; }
    public string? EvidenceDate { get; init; }
    public IReadOnlyList<Sakip.Planning.PlanError> FileErrors { get; init; } = [];
    public string DocumentDate { get; init; } = "";

    /// <summary>Where two people's versions part; the fields hold what was typed here.</summary>
    public IReadOnlyList<DraftDifference> Differences { get; init; } = [];

    /// <summary>Everything that is to be mended, field by field, and every row that was left empty.</summary>
    public IReadOnlyList<FieldFault> Faults =>
        [
            .. from part in Groups
            from fault in FieldFault.In(part.Fields)
            let label = part.Fields.First(one => one.Name == fault.Field).Label
            select fault with
            {
                Message = $"{part.Title}, {label}: {fault.Message}",
            },
            .. Gaps.Select(gap => new FieldFault(gap.Field, $"{gap.Name}: belum diisi")),
            .. EvidenceError is { } error
                ? [new FieldFault($"bukti.{EvidenceOwner}.berkas", error)]
                : Array.Empty<FieldFault>(),
        ];
}

/// <summary>Evidence rows as pages show them.</summary>
internal static class EvidenceViews
{
    public static EvidenceView Of(EvidenceRow row, string baseUrl)
    {
        return new EvidenceView(
            row.Id,
            row.FileName,
            $"{KindOf(row.Type)}, {SizeOf(row.Size)}, bertanggal {PageWords.ShortDay(row.DocumentDate)}",
            $"{baseUrl}/bukti/{row.Id}",
            row.Remark,
            row.State == nameof(EvidenceState.Rejected) ? row.Note ?? "Ditolak verifikator." : null
        );
    }

    public static string SizeOf(long bytes) =>
        bytes >= 1024 * 1024
            ? PageWords.Number(bytes / 1024m / 1024m) + " MB"
            : PageWords.Number(Math.Ceiling(bytes / 1024m)) + " KB";

    private static string KindOf(string? type) =>
        type switch
        {
            FileTypes.Pdf => "PDF",
            "image/png" => "PNG",
            "image/jpeg" => "JPEG",
            not null when type.EndsWith("sheet", StringComparison.Ordinal) => "XLSX",
            not null when type.EndsWith("presentation", StringComparison.Ordinal) => "PPTX",
            not null => "DOCX",
            _ => "berkas",
        };
}

/// <summary>Names of codes as people know them.</summary>
internal static class ReportNames
{
    public static string Of(SubmissionSheet sheet, string owner)
    {
        return sheet.Indicators.FirstOrDefault(one => one.Code == owner)?.Name
            ?? sheet.SubActivities.FirstOrDefault(one => one.Code == owner)?.Name
            ?? sheet.Actions.FirstOrDefault(one => one.Code == owner)?.Action
            ?? owner;
    }

    public static string Of(OfficePlan plan, string owner)
    {
        return plan.StrategicPlan.Indicators().FirstOrDefault(one => one.Code == owner)?.Name
            ?? plan.Budget.SubActivities().FirstOrDefault(one => one.Code == owner)?.Name
            ?? plan.ActionPlan.FirstOrDefault(one => one.Code == owner)?.Action
            ?? owner;
    }
}
