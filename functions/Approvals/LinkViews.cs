using Microsoft.AspNetCore.Http;
using Sakip.Agreements;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Agreements;
using Sakip.Functions.Collection;
using Sakip.Functions.Reporting;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Functions.Approvals;

/// <summary>Puts together what the page behind a link shows, by kind of step.</summary>
internal sealed class LinkViews(
    LinkDoor door,
    SubmissionDesk submissions,
    EvidenceBook evidence,
    WindowBook windows,
    BudgetRealisations finance,
    NarrativeDesk narratives,
    ReviewForms reviewForms,
    BlobVault vault,
    SeveralSteps several,
    SigningRoom signing
)
{
    public async Task<LinkView> OfAsync(
        OpenedLink link,
        string token,
        Notice notice,
        IReadOnlyDictionary<string, string>? typed,
        IReadOnlyDictionary<string, string>? errors,
        CancellationToken cancellation
    )
    {
        var view = Common(link, token, notice, typed);
        return link.Kind switch
        {
            ApprovalKind.ReportApproval or ApprovalKind.ReportVerification => await ReportAsync(
                view,
                link,
                token,
                cancellation
            ),
            ApprovalKind.QuarterReopening => view with { Tables = [await ReopeningAsync(link, cancellation)] },
            ApprovalKind.AgreementCheck or ApprovalKind.FirstPartySignature or ApprovalKind.SecondPartySignature =>
                view with
                {
                    DocumentUrl = $"/tautan/{token}/dokumen",
                    DocumentHash = link.Approval.DocumentHash,
                    Tables = AgreementViewTables.Of(link.Plan, await SnapshotAsync(link, cancellation)),
                    Others = await OthersAsync(link, token, cancellation),
                },
            ApprovalKind.Narrative => view with { Narrative = await NarrativeAsync(link, notice, typed, cancellation) },
            ApprovalKind.AnnualReview => await reviewForms.ShowAsync(
                view with
                {
                    DocumentUrl = $"/tautan/{token}/dokumen",
                    DocumentHash = link.Approval.DocumentHash,
                },
                link,
                typed,
                errors,
                cancellation
            ),
            _ => view with { DocumentUrl = $"/tautan/{token}/dokumen", DocumentHash = link.Approval.DocumentHash },
        };
    }

    private LinkView Common(OpenedLink link, string token, Notice notice, IReadOnlyDictionary<string, string>? typed)
    {
        var words = LinkWords.Of(link);
        return new LinkView
        {
            Title = words.Title,
            Office = link.Plan.Unit.Name,
            Lead = words.Lead,
            Facts = FactsOf(link),
            Action = $"/tautan/{token}",
            ActionToken = door.ActionToken(link),
            YesLabel = words.Yes,
            CanReturn = link.Policy.CanReturn,
            NeedsCode = link.Policy.NeedsCode,
            NoteField = new FieldView(
                "catatan",
                "Catatan (wajib bila dikembalikan)",
                Typed(typed, "catatan"),
                Error: notice == Notice.NoteMissing ? "Tulis alasan pengembalian, paling banyak 2.000 huruf." : null,
                IsLong: true
            ),
            CodeField = new FieldView(
                "kode",
                "Kode enam angka",
                "",
                Error: notice is Notice.CodeWrong or Notice.CodeDead or Notice.CodeMissing
                    ? NoticeWords.Of(notice)
                    : null,
                InputMode: "numeric"
            )
            {
                IsFocused =
                    notice
                        is Notice.CodeSent
                            or Notice.CodeWaits
                            or Notice.CodeWrong
                            or Notice.CodeDead
                            or Notice.CodeMissing,
            },
            Help = HelpOf(link.Kind),
            Message = NoticeWords.Of(notice),
            IsError = notice is not (Notice.None or Notice.CodeSent or Notice.Previewed or Notice.DraftKept),
            AsksForPassphrase = link.Policy.Yes == Decision.Signed && signing.AsksForPassphrase,
            OffersWetInk = LinkForm.MayScan(link),
            PaperUrl = link.PaperHash is null ? null : $"/tautan/{token}/dokumen?cetak=1",
        };
    }

    /// <summary>The page of a step that is decided: what was decided, and what was sent or signed.</summary>
    public async Task<DecidedView> DecidedAsync(
        OpenedLink link,
        string token,
        bool isOther,
        CancellationToken cancellation
    ) =>
        DecidedView.Of(link, isOther) with
        {
            TakeBack = TakeBackDesk.Of(link),
            ActionToken = door.ActionToken(link),
            Url = $"/tautan/{token}",
            Others = await OthersAsync(link, token, cancellation),
            DocumentUrl =
                link.Approval.DocumentHash is not null && door.FilesAreOpen(link) ? $"/tautan/{token}/dokumen" : null,
            Tables =
                link.Kind == ApprovalKind.ReportSubmission
                    ? SubmissionTables.Of(
                        link.Plan,
                        await submissions.RevisionAsync(link.Subject, link.Approval.Attempt, cancellation)
                    )
                    : [],
        };

    private async Task<(int, string)?> OthersAsync(OpenedLink link, string token, CancellationToken cancellation) =>
        await several.OthersAsync(link, cancellation) is > 0 and var count ? (count, $"/tautan/{token}/bersama") : null;

    private static string HelpOf(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.ReportApproval => "kepala-sub-unit",
            ApprovalKind.ReportVerification or ApprovalKind.AgreementCheck => "verifikator",
            ApprovalKind.AnnualReview => "inspektorat",
            ApprovalKind.Narrative => "penulis",
            _ => "penanda-tangan",
        };

    private async Task<LinkView> ReportAsync(
        LinkView view,
        OpenedLink link,
        string token,
        CancellationToken cancellation
    )
    {
        var sent = view with
        {
            Evidence = [.. (await evidence.OfAsync(link, cancellation)).Select(row => EvidenceOf(link, row, token))],
            CanReject = link.Kind == ApprovalKind.ReportVerification,
        };
        if (await submissions.HandedInAsync(link, cancellation) is not { } handedIn)
            return sent;
        var sheet = await submissions.SheetAsync(link, cancellation);
        var before = await submissions.RevisionAsync(link.Subject, link.Approval.Attempt - 1, cancellation);
        var spent = await finance.ReadAsync(link.Subject.Office, QuarterOf(link), cancellation);
        return sent with
        {
            Facts = [.. sent.Facts, ("Isi laporan", DecisionTables.Summary(sheet, handedIn))],
            Warning = EmptyRows(sheet, handedIn),
            Tables =
            [
                .. SubmissionChanges.Of(link.Plan, before, handedIn),
                .. DecisionTables.Of(link.Plan, sheet, handedIn),
                .. SubmissionTables.AgainstFinance(link.Plan, handedIn, spent),
            ],
        };
    }

    private static string? EmptyRows(SubmissionSheet sheet, Submission handedIn)
    {
        var gaps = SubmissionGaps.Of(sheet, handedIn);
        return gaps.Count == 0
            ? null
            : $"{gaps.Count} dari {SubmissionGaps.RowsOf(sheet)} baris dikirim tanpa isian: "
                + string.Join("; ", gaps.Select(gap => gap.Name))
                + ".";
    }

    private static EvidenceView EvidenceOf(OpenedLink link, EvidenceRow row, string token)
    {
        var view = EvidenceViews.Of(row, "/tautan/" + token);
        return view with { Detail = $"{ReportNames.Of(link.Plan, row.Owner)}; {view.Detail}" };
    }

    private async Task<PageTable> ReopeningAsync(OpenedLink link, CancellationToken cancellation)
    {
        var rounds = await windows.RoundsAsync(link.Subject.Office, QuarterOf(link), cancellation);
        var round = rounds.Single(row => row.Round == ((ReopeningSubject)link.Subject).Round);
        var names = link
            .Plan.SubUnits.Where(subUnit => round.Codes().Contains(subUnit.Code))
            .Select(subUnit => subUnit.Name);
        var by =
            link.Plan.Officials.FirstOrDefault(official => official.Code == round.AskedBy)?.FullName() ?? round.AskedBy;
        return new PageTable(
            "Pembukaan kembali yang diajukan",
            ["Sub-unit", "Alasan", "Diajukan oleh", "Diajukan pada"],
            [
                [string.Join(", ", names), round.Reason, by, PageWords.Moment(round.AskedAt)],
            ]
        );
    }

    private async Task<NarrativeView> NarrativeAsync(
        OpenedLink link,
        Notice notice,
        IReadOnlyDictionary<string, string>? typed,
        CancellationToken cancellation
    )
    {
        var sheet =
            await narratives.SheetAsync(link.Subject.Office, ((NarrativeSubject)link.Subject).Section, cancellation)
            ?? throw new KeyNotFoundException($"The plan has no text {link.Subject.Rest}.");
        return NarrativeView.Of(sheet, typed?.GetValueOrDefault("isi"), preview: typed is not null);
    }

    private async Task<AgreementSnapshot> SnapshotAsync(OpenedLink link, CancellationToken cancellation)
    {
        var state = SakipJson.Read<DocumentState>(link.State!.Body!);
        return SakipJson.Read<AgreementSnapshot>(await vault.SnapshotAsync(state.SnapshotHash, cancellation));
    }

    private static List<(string, string)> FactsOf(OpenedLink link)
    {
        var facts = new List<(string, string)> { ("Untuk", link.Bearer.FullName()) };
        if (link.Approval.SubUnit is { } code)
            facts.Add(("Sub-unit", link.Plan.SubUnits.Single(subUnit => subUnit.Code == code).Name));
        facts.Add(("Tenggat", PageWords.Deadline(link.Approval.DueAt)));
        if (link.Kind == ApprovalKind.Narrative)
        {
            var section = ((NarrativeSubject)link.Subject).Section;
            facts.Add(
                (
                    "Bagian",
                    link.Plan.Report.Narratives.FirstOrDefault(text => text.Section == section)?.Title ?? section
                )
            );
        }

        return facts;
    }

    private static Quarter QuarterOf(OpenedLink link) => ((QuarterlySubject)link.Subject).Quarter;

    private static string Typed(IReadOnlyDictionary<string, string>? typed, string name) =>
        typed?.GetValueOrDefault(name) ?? "";

    internal static Notice NoticeOf(CodeSending sending) =>
        sending switch
        {
            CodeSending.Sent => Notice.CodeSent,
            CodeSending.Waits => Notice.CodeWaits,
            CodeSending.NotDelivered => Notice.CodeNotDelivered,
            CodeSending.StepExhausted => Notice.CodesExhausted,
            CodeSending.Overtaken => Notice.CodeOvertaken,
            _ => Notice.TooManyCodes,
        };

    /// <summary>The status that goes with it: of what time mends, the answer says when.</summary>
    internal static int StatusOf(CodeSending sending) =>
        sending switch
        {
            CodeSending.Sent => StatusCodes.Status200OK,
            CodeSending.Waits => StatusCodes.Status503ServiceUnavailable,
            CodeSending.NotDelivered => StatusCodes.Status502BadGateway,
            CodeSending.Overtaken => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status429TooManyRequests,
        };
}
