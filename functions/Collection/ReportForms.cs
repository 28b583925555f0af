using System.Security.Cryptography;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Collection;

/// <summary>What stands on the form besides its fields: a message, errors, somebody else's version.</summary>
internal sealed record FormSaying(string? Message = null, bool IsError = false)
{
    public IReadOnlyDictionary<string, string>? Typed { get; init; }
    public IReadOnlyDictionary<string, string>? Errors { get; init; }
    public Draft? Other { get; init; }
    public string? Writer { get; init; }

    /// <summary>Rows that were left empty, about which the sender is asked.</summary>
    public IReadOnlyList<SubmissionGap> Gaps { get; init; } = [];
    public string? EvidenceOwner { get; init; }
    public string? EvidenceError { get; init; }

    /// <summary>The document's day as it was typed with a file that was not taken.</summary>
    public string? EvidenceDate { get; init; }

    /// <summary>What is wrong with an uploaded workbook, cell by cell.</summary>
    public IReadOnlyList<Sakip.Planning.PlanError> FileErrors { get; init; } = [];
}

/// <summary>Puts together the form behind a submission link.</summary>
internal sealed class ReportForms(
    LinkDoor door,
    SubmissionDesk submissions,
    DraftBook drafts,
    EvidenceBook evidence,
    TimeProvider clock
)
{
    private const int WriterBytes = 8;

    public async Task<ReportFormModel> OfAsync(
        OpenedLink link,
        string token,
        FormSaying saying,
        CancellationToken cancellation
    )
    {
        var sheet = await submissions.SheetAsync(link, cancellation);
        var draft = await drafts.FindAsync(link, cancellation);
        var action = $"/tautan/{token}";
        var files = (await evidence.OfAsync(link, cancellation)).ToLookup(
            row => row.Owner,
            row => EvidenceViews.Of(row, action)
        );
        var errors = saying.Errors ?? new Dictionary<string, string>();
        var groups = ReportFormView.Of(sheet, saying.Typed ?? draft?.Fields, errors, files);
        return new ReportFormModel(
            $"Laporan kinerja Triwulan {sheet.Quarter.Roman()} Tahun {link.Subject.Year}",
            link.Plan.Unit.Name,
            Facts(link),
            action,
            door.ActionToken(link),
            groups
        )
        {
            Revision = draft?.Revision ?? 0,
            Writer = saying.Writer ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(WriterBytes)),
            SavedAt = draft is null ? null : PageWords.Moment(draft.At),
            ReturnNote = link.Approval.Attempt > 1 ? await submissions.ReturnNoteAsync(link, cancellation) : null,
            Late = LatenessOf(link, clock.GetUtcNow()),
            Message = saying.Message,
            IsError = saying.IsError,
            Gaps = saying.Gaps,
            EvidenceOwner = saying.EvidenceOwner,
            EvidenceError = saying.EvidenceError,
            FileErrors = saying.FileErrors,
            DocumentDate = IndonesianDate.Long(sheet.Quarter.LastDay(link.Subject.Year)),
            EvidenceDate = saying.EvidenceDate,
            Differences = saying.Other is { } other ? Differences(groups, other) : [],
        };
    }

    private static List<DraftDifference> Differences(IReadOnlyList<ReportGroup> groups, Draft other) =>
        [
            .. from @group in groups
            from field in @group.Fields
            let stored = other.Fields.GetValueOrDefault(field.Name, "")
            where stored != field.Value
            select new DraftDifference($"{@group.Title}: {field.Label}", field.Value, stored),
        ];

    /// <summary>How late the report is and until when it is still taken; null while it is in time.</summary>
    private static string? LatenessOf(OpenedLink link, DateTimeOffset now)
    {
        if (now < link.Approval.DueAt)
            return null;
        var days = link.Plan.WorkDays().Between(link.Plan.Zone.DateAt(link.Approval.DueAt), link.Plan.Zone.DateAt(now));
        var late = days < 1 ? "Terlambat" : $"Terlambat {days} hari kerja";
        return $"{late}; masih dapat dikirim sampai {PageWords.Deadline(link.Approval.ClosesAt)}.";
    }

    private static List<(string, string)> Facts(OpenedLink link)
    {
        var report = (SubUnitReportSubject)link.Subject;
        var facts = new List<(string, string)>
        {
            ("Untuk", link.Bearer.FullName()),
            ("Sub-unit", link.Plan.SubUnits.Single(subUnit => subUnit.Code == report.SubUnit).Name),
            ("Tenggat", PageWords.Deadline(link.Approval.DueAt)),
            ("Ditutup", PageWords.Deadline(link.Approval.ClosesAt)),
        };
        if (link.Approval.Attempt > 1)
            facts.Add(("Revisi", PageWords.Number(link.Approval.Attempt)));
        if (report.Round > 1)
            facts.Add(("Putaran", PageWords.Number(report.Round)));
        if (link.Approval.Extension > 0)
            facts.Add(("Keterangan", "Masa pelaporan telah diperpanjang."));
        return facts;
    }
}
