using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Calendar;
using Sakip.Consistency;
using Sakip.Documents;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Outlines, prepares, checks, assembles and publishes the annual report.</summary>
public sealed class ReportActivities(
    OfficeStorage storage, BlobVault vault, PlanStore plans, ReportSources sources, ReportRecords records, FindingDesk findings,
    Dispatcher dispatcher, PdfWriter pdf, DocxWriter docx, TimeProvider clock)
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Function(nameof(OutlineReport))]
    public static ReportOutline OutlineReport([ActivityTrigger] ReportAssemblyInput input) =>
        new(AnnualReportDocument.SectionCodes);

    /// <summary>Builds one section on its own, so that a failing one is named and retried alone.</summary>
    [Function(nameof(PrepareSection))]
    public async Task<SectionResult> PrepareSection([ActivityTrigger] SectionInput input, CancellationToken cancellation)
    {
        var data = await sources.ReadAsync(input.Report, cancellation);
        return new SectionResult(input.Section, AnnualReportDocument.HashOfSection(data, input.Section));
    }

    [Function(nameof(CheckReport))]
    public async Task<ReportGateResult> CheckReport([ActivityTrigger] ReportAssemblyInput input, CancellationToken cancellation)
    {
        var data = await sources.ReadAsync(input, cancellation);
        var latest = await plans.LatestBudgetAsync(input.Unit, input.Year, cancellation);
        var terms = data.Agreements[^1].Snapshot.Terms;
        var subject = SubjectOf(input);
        var gate = GateCheck.Report(
            new ReportCase(data.Plan, terms, data.Budget, latest, data.Quarters, data.Evaluation),
            await findings.AcceptedAsync(subject, cancellation), PrintedForm.Of(data));
        var hash = await findings.RecordAsync(
            subject, FormattableString.Invariant($"{input.Attempt}"), gate, InstanceIds.Recheck(input.Attempt), cancellation);
        var warnings = gate.Findings.Count(finding => finding.Level == FindingLevel.Warning);
        return new ReportGateResult(gate.Blocking.Count, warnings, hash);
    }

    [Function(nameof(AssembleReport))]
    public async Task<AssembledReport> AssembleReport(
        [ActivityTrigger] ReportAssemblyInput input, CancellationToken cancellation)
    {
        var subject = SubjectOf(input);
        var id = FormattableString.Invariant($"assemble:{input.Attempt}:{(input.IsReviewed ? "reviewed" : "draft")}");
        var data = await sources.ReadAsync(input, cancellation);
        var document = AnnualReportDocument.Build(data);
        var paginated = pdf.Write(document);
        var snapshotHash = await vault.KeepSnapshotAsync(SakipJson.Bytes(data.Evaluation), cancellation);
        var pdfHash = await vault.KeepDocumentAsync(paginated.Bytes, "application/pdf", cancellation);
        var docxHash = await vault.KeepDocumentAsync(docx.Write(document, paginated), DocxType, cancellation);
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By("sistem", "sistem", "AssembleReport", pdfHash)
            .Set(new StateRow
            {
                State = input.IsReviewed ? "Reviewed" : "Assembled",
                Hash = pdfHash,
                Revision = input.Attempt,
                Body = SakipJson.Text(new DocumentState(snapshotHash, paginated.Slots, [], docxHash)),
            });
        await dispatcher.CommitAsync(change, null, cancellation);
        return new AssembledReport(pdfHash, docxHash);
    }

    [Function(nameof(HandBackReport))]
    public async Task HandBackReport([ActivityTrigger] ReportHandBack input, CancellationToken cancellation)
    {
        var subject = SubjectOf(input.Report);
        var data = await sources.ReadAsync(input.Report, cancellation);
        var id = FormattableString.Invariant($"hand-back:{input.Report.Attempt}");
        var kind = input.Reason == "blocked" ? MessageKind.BlockingFinding : MessageKind.ReviewReturned;
        var facts = new Dictionary<string, string> { ["note"] = input.Note ?? "", ["decision"] = input.Reason };
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By("sistem", "sistem", "HandBackReport", note: input.Note)
            .Notify(kind, Bearers.Planner(data.Plan).Code, $"{kind}:{subject.Dotted}:{id}", facts);
        await dispatcher.CommitAsync(change, null, cancellation);
    }

    [Function(nameof(PublishReport))]
    public async Task<PublishedReport> PublishReport(
        [ActivityTrigger] ReportAssemblyInput input, CancellationToken cancellation)
    {
        var subject = SubjectOf(input);
        var now = clock.GetUtcNow();
        var state = (await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation))!;
        var document = SakipJson.Read<DocumentState>(state.Body!);
        var published = await records.PublishAsync(
            input, new ReportRecord(state.Hash!, document.DocxHash!, OfficeTime.DateAt(now), document.Signatures), cancellation);
        var data = await sources.ReadAsync(input, cancellation);
        state.State = "Published";
        var change = new SubjectChange(subject, "publish", now)
            .By("sistem", "sistem", "PublishReport", published.PdfHash)
            .Set(state);
        foreach (var official in Told(data))
        {
            change.Notify(
                MessageKind.AnnualReportPublished, official,
                $"{MessageKind.AnnualReportPublished}:{subject.Dotted}:{official}",
                new Dictionary<string, string> { ["hash"] = published.PdfHash });
        }

        await dispatcher.CommitAsync(change, null, cancellation);
        return new PublishedReport(published.PdfHash, published.PublishedOn);
    }

    private IEnumerable<string> Told(AnnualReportData data)
    {
        var today = OfficeTime.DateAt(clock.GetUtcNow());
        return new[]
        {
            Bearers.Planner(data.Plan).Code,
            Bearers.Of(data.Plan, ApprovalKind.AnnualSignature, null, today).Code,
            Bearers.Of(data.Plan, ApprovalKind.AnnualReview, null, today).Code,
        }.Distinct();
    }

    private static SubjectRef SubjectOf(ReportAssemblyInput input) =>
        SubjectRef.AnnualReport(input.Unit, input.Year, input.Version);
}
