using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Outlines, prepares, checks, assembles and publishes the annual report.</summary>
internal sealed class ReportActivities(
    OfficeStorage storage,
    BlobVault vault,
    PlanStore plans,
    ReportSources sources,
    ReportRecords records,
    NarrativeDesk narratives,
    NarrativeLetters letters,
    FindingDesk findings,
    Dispatcher dispatcher,
    DocumentPrinter printer,
    SignatureNote note,
    CycleDesk cycles,
    ReportCorrections corrections,
    TimeProvider clock
)
{
    /// <summary>
    /// What the report consists of, and which texts it still waits for. A correction asks only for those that the planner
    /// chose when it began; the others stand as they are.
    /// </summary>
    [Function(nameof(OutlineReport))]
    public async Task<ReportOutline> OutlineReport(
        [ActivityTrigger] ReportAssemblyInput input,
        CancellationToken cancellation
    )
    {
        var asked = await corrections.FindAsync(input.Office, input.Version, cancellation) is { } correction
            ? correction.Narratives ?? []
            : null;
        var open = (await narratives.StatesAsync(input.Office, input.Version, cancellation)).Where(text =>
            !text.IsHandedIn && (asked?.Contains(text.Section) ?? input.Version == 1)
        );
        IReadOnlyList<NarrativeRequest> requests =
        [
            .. open.Select(text => new NarrativeRequest(text.Section, text.Title, text.Owner)),
        ];
        await letters.KeepAskedAsync(
            input.Office,
            input.Version,
            input.Attempt,
            [.. requests.Select(request => request.Section)],
            cancellation
        );
        return new ReportOutline(AnnualReportDocument.SectionCodes, requests);
    }

    /// <summary>Builds one section on its own, so that a failing one is named and retried alone.</summary>
    [Function(nameof(PrepareSection))]
    public async Task<SectionResult> PrepareSection(
        [ActivityTrigger] SectionInput input,
        CancellationToken cancellation
    )
    {
        var data = await sources.ReadAsync(input.Report, cancellation);
        return new SectionResult(input.Section, AnnualReportDocument.HashOfSection(data, input.Section));
    }

    [Function(nameof(CheckReport))]
    public async Task<ReportGateResult> CheckReport(
        [ActivityTrigger] ReportAssemblyInput input,
        CancellationToken cancellation
    )
    {
        var data = await sources.ReadAsync(input, cancellation);
        var latest = await plans.LatestBudgetAsync(input.Office, cancellation);
        var terms = data.Agreements[^1].Snapshot.Terms;
        var subject = SubjectOf(input);
        var gate = GateCheck.Report(
            new ReportCase(data.Plan, terms, data.Budget, latest, data.Quarters, data.Evaluation),
            await findings.AcceptedAsync(subject, cancellation),
            PrintedForm.Of(data)
        );
        var hash = await findings.RecordAsync(
            subject,
            FormattableString.Invariant($"{input.Attempt}"),
            gate,
            InstanceIds.Recheck(input.Attempt),
            cancellation
        );
        var warnings = gate.Findings.Count(finding => finding.Level == FindingLevel.Warning);
        return new ReportGateResult(gate.Blocking.Count, warnings, hash);
    }

    [Function(nameof(AssembleReport))]
    public async Task<AssembledReport> AssembleReport(
        [ActivityTrigger] ReportAssemblyInput input,
        CancellationToken cancellation
    )
    {
        var subject = SubjectOf(input);
        var id = FormattableString.Invariant($"assemble:{input.Attempt}:{(input.IsReviewed ? "reviewed" : "draft")}");
        var data = await sources.ReadAsync(input, cancellation);
        var content = await vault.KeepSnapshotAsync(SakipJson.Bytes(ReportContent.Of(data)), cancellation);
        if (
            input.IsReviewed
            && await ReviewedContentAsync(subject, cancellation) is { } reviewed
            && reviewed != content
        )
        {
            return new AssembledReport("", "", ChangedSinceReview: true);
        }

        var report = AnnualReportDocument.Build(data, note: note);
        var files = printer.PrintAll(report);
        var state = new DocumentState(
            await vault.KeepSnapshotAsync(SakipJson.Bytes(data.Evaluation), cancellation),
            files.Pdf.Slots,
            [],
            await vault.KeepDocumentAsync(files.Docx, FileFormat.Docx.ContentType(), cancellation)
        )
        {
            XlsxHash = await vault.KeepDocumentAsync(files.Xlsx, FileFormat.Xlsx.ContentType(), cancellation),
            PaperHash =
                input.IsReviewed && note.NamesService && data.Plan.Agreement.AllowWetInk
                    ? await vault.KeepDocumentAsync(
                        printer.Print(AnnualReportDocument.Build(data, note: SignatureNote.Paper), FileFormat.Pdf),
                        FileFormat.Pdf.ContentType(),
                        cancellation
                    )
                    : null,
            ContentHash = content,
            Places = DocumentPlace.In(report, files.Pdf),
        };
        var pdfHash = await vault.KeepDocumentAsync(files.Pdf.Bytes, FileFormat.Pdf.ContentType(), cancellation);
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By(Actor.System, AuditAction.AssembleReport, pdfHash)
            .Set(
                new StateRow
                {
                    State = input.IsReviewed ? "Reviewed" : "Assembled",
                    Hash = pdfHash,
                    Revision = input.Attempt,
                    Body = SakipJson.Text(state),
                }
            );
        await dispatcher.CommitAsync(change, null, cancellation);
        return new AssembledReport(pdfHash, state.DocxHash!, state.XlsxHash);
    }

    [Function(nameof(HandBackReport))]
    public async Task HandBackReport([ActivityTrigger] ReportHandBack input, CancellationToken cancellation)
    {
        var subject = SubjectOf(input.Report);
        var plan = await plans.PlanAsync(input.Report.Office, cancellation);
        var id = FormattableString.Invariant($"hand-back:{input.Report.Attempt}");
        var kind = input.Reason switch
        {
            ReportHandBackReason.Blocked => MessageKind.BlockingFinding,
            ReportHandBackReason.Narratives or ReportHandBackReason.Sections or ReportHandBackReason.Changed =>
                MessageKind.ReportHeld,
            _ => MessageKind.ReviewReturned,
        };
        var note = input.Reason switch
        {
            ReportHandBackReason.Narratives => "Narasi yang belum disampaikan: "
                + string.Join("; ", input.Items ?? [])
                + ".",
            ReportHandBackReason.Sections => "Bagian yang gagal disusun: " + string.Join(", ", input.Items ?? []) + ".",
            ReportHandBackReason.Changed =>
                "Isi laporan berubah setelah direviu. Mintalah pemeriksaan ulang supaya laporan direviu kembali.",
            _ => input.Note,
        };
        var page = kind == MessageKind.BlockingFinding ? "temuan" : "laporan";
        var facts = new Dictionary<Fact, string>
        {
            [Fact.Note] = note ?? "",
            [Fact.Decision] = input.Reason.ToString(),
            [Fact.Page] = FormattableString.Invariant($"kantor/{subject.Unit}/{subject.Year}/{page}"),
        };
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By(Actor.System, AuditAction.HandBackReport, note: note)
            .Tell(kind, Bearers.Planner(plan).Code, facts);
        await dispatcher.CommitAsync(change, null, cancellation);
    }

    [Function(nameof(PublishReport))]
    public async Task<PublishedReport> PublishReport(
        [ActivityTrigger] ReportAssemblyInput input,
        CancellationToken cancellation
    )
    {
        var subject = SubjectOf(input);
        var now = clock.GetUtcNow();
        var state = (await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation))!;
        var document = SakipJson.Read<DocumentState>(state.Body!);
        var plan = await plans.PlanAsync(input.Office, cancellation);
        var reason = input.Version == 1 ? null : (await sources.ReadAsync(input, cancellation)).Correction?.Reason;
        var published = await records.PublishAsync(
            input,
            new ReportRecord(
                state.Hash!,
                document.DocxHash!,
                plan.Zone.DateAt(now),
                document.Signatures,
                document.XlsxHash,
                document.ContentHash,
                $"Laporan Kinerja Tahun {input.Year}",
                plan.Unit.Name,
                reason
            ),
            cancellation
        );
        state.State = "Published";
        var change = new SubjectChange(subject, "publish", now)
            .By(Actor.System, AuditAction.PublishReport, published.PdfHash)
            .Set(state);
        foreach (var official in Told(plan))
        {
            change.Tell(
                MessageKind.AnnualReportPublished,
                official,
                new Dictionary<Fact, string> { [Fact.Hash] = published.PdfHash }
            );
        }

        await dispatcher.CommitAsync(change, null, cancellation);
        if (input.Version > 1)
            await cycles.CloseAsync(input.Office, cancellation);
        return new PublishedReport(published.PdfHash, published.PublishedOn);
    }

    private async Task<string?> ReviewedContentAsync(Subject subject, CancellationToken cancellation) =>
        await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation)
            is { Body: { } body }
            ? SakipJson.Read<DocumentState>(body).ContentHash
            : null;

    private IEnumerable<string> Told(OfficePlan plan)
    {
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        return new[]
        {
            Bearers.Planner(plan).Code,
            Bearers.Of(plan, ApprovalKind.AnnualSignature, null, today).Code,
            Bearers.Of(plan, ApprovalKind.AnnualReview, null, today).Code,
        }.Distinct();
    }

    private static AnnualReportSubject SubjectOf(ReportAssemblyInput input) =>
        new AnnualReportSubject(input.Office, input.Version);
}
