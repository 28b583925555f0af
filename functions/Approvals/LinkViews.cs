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
    ApprovalDesk desk,
    SubmissionDesk submissions,
    EvidenceBook evidence,
    WindowBook windows,
    BudgetRealisations finance,
    NarrativeDesk narratives,
    ReviewForms reviewForms,
    BlobVault vault,
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
        var (title, lead, yes) = WordsOf(link);
        var view = new LinkView(
            title,
            link.Plan.Unit.Name,
            lead,
            FactsOf(link),
            $"/tautan/{token}",
            desk.ActionToken(link),
            yes,
            link.Policy.CanReturn,
            link.Policy.NeedsCode,
            new FieldView(
                "catatan",
                "Catatan (wajib bila dikembalikan)",
                Typed(typed, "catatan"),
                Error: notice == Notice.NoteMissing ? "Tulis alasan pengembalian, paling banyak 2.000 huruf." : null,
                IsLong: true
            ),
            new FieldView(
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
            }
        )
        {
            Message = NoticeWords.Of(notice),
            IsError = notice is not (Notice.None or Notice.CodeSent or Notice.Previewed or Notice.DraftKept),
            AsksForPassphrase = link.Policy.Yes == Decision.Signed && signing.AsksForPassphrase,
            OffersWetInk = LinkForm.MayScan(link),
            PaperUrl = link.PaperHash is null ? null : $"/tautan/{token}/dokumen?cetak=1",
        };
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
            ActionToken = desk.ActionToken(link),
            Url = $"/tautan/{token}",
            DocumentUrl =
                link.Approval.DocumentHash is not null && desk.FilesAreOpen(link) ? $"/tautan/{token}/dokumen" : null,
            Tables =
                link.Kind == ApprovalKind.ReportSubmission
                    ? SubmissionTables.Of(
                        link.Plan,
                        await submissions.RevisionAsync(link.Subject, link.Approval.Attempt, cancellation)
                    )
                    : [],
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

    private static (string Title, string Lead, string Yes) WordsOf(OpenedLink link)
    {
        var year = link.Plan.Year;
        var period =
            link.Subject is SubUnitReportSubject ? $"Triwulan {QuarterOf(link).Roman()} Tahun {year}" : $"Tahun {year}";
        return link.Kind switch
        {
            ApprovalKind.AgreementCheck => (
                $"Pemeriksaan {Title(link)}",
                "Periksalah naskah ini sebelum diajukan kepada para pihak: sasaran, indikator, target, dan anggarannya.",
                "Nyatakan sesuai"
            ),
            ApprovalKind.FirstPartySignature => (
                $"Tanda tangan {Title(link)}",
                "Bacalah perjanjian kinerja ini. Sebagai pihak pertama, tanda tangan Anda menyatakan janji untuk mewujudkan targetnya.",
                "Tanda tangani"
            ),
            ApprovalKind.SecondPartySignature => (
                $"Tanda tangan {Title(link)}",
                "Perjanjian kinerja ini telah ditandatangani pihak pertama dan menunggu tanda tangan Anda sebagai pihak kedua.",
                "Tanda tangani"
            ),
            ApprovalKind.ReportSubmission => (
                $"Laporan kinerja {period}",
                "Isilah capaian sub-unit Anda. Angka boleh ditulis 87,5 atau 87.5, rupiah boleh memakai Rp dan titik. "
                    + "Kosongkan yang belum ada; kosong tidak dihitung nol.",
                "Kirim laporan"
            ),
            ApprovalKind.ReportApproval => (
                $"Persetujuan laporan {period}",
                "Periksalah laporan sub-unit Anda sebelum diteruskan ke verifikator.",
                "Setujui laporan"
            ),
            ApprovalKind.ReportVerification => (
                $"Verifikasi laporan {period}",
                "Periksalah angka dan keterangannya. Bila perlu diperbaiki, kembalikan dengan catatan.",
                "Nyatakan terverifikasi"
            ),
            ApprovalKind.AnnualReview => (
                $"Reviu Laporan Kinerja {period}",
                "Laporan kinerja ini menunggu reviu Inspektorat. Pernyataan telah direviu dimuat setelah Anda menyetujuinya.",
                "Nyatakan telah direviu"
            ),
            ApprovalKind.AnnualSignature => (
                $"Tanda tangan Laporan Kinerja {period}",
                "Laporan kinerja telah direviu dan menunggu tanda tangan Anda sebelum diterbitkan.",
                "Tanda tangani dan terbitkan"
            ),
            ApprovalKind.QuarterReopening => (
                $"Pembukaan kembali Triwulan {QuarterOf(link).Roman()} Tahun {link.Subject.Year}",
                "Triwulan ini sudah dikunci. Bila Anda setuju, sub-unit di bawah ini melapor kembali pada putaran berikutnya; "
                    + "angka yang telah dikunci tetap tersimpan.",
                "Setujui pembukaan kembali"
            ),
            ApprovalKind.Narrative => (
                $"Narasi Laporan Kinerja {period}",
                "Tulislah penjelasan untuk bagian ini. Angka diambil dari data yang sudah diverifikasi lewat kodenya.",
                "Kirim narasi"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(link), link.Kind, "Unknown kind of approval."),
        };
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

    private static string Title(OpenedLink link) =>
        Facts.TitleOf(
            link.Plan,
            Facts.InputOf(link.Subject, link.Approval.Kind, link.Approval.Attempt, link.Approval.SubUnit)
        );

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
