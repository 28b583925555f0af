using Microsoft.Azure.Functions.Worker;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Renders a document that somebody asked for.</summary>
public sealed class DocumentActivities(
    BlobVault vault, PlanStore plans, AgreementRecords agreements, EvaluationRecords evaluations, ReportSources sources,
    ReportRecords reports, DocumentDesk desk, PdfWriter pdf, TimeProvider clock)
{
    private const int FirstVersion = 1;

    [Function(nameof(RenderDocument))]
    public async Task<GeneratedDocument> RenderDocument(
        [ActivityTrigger] DocumentRequest request, CancellationToken cancellation)
    {
        if (await desk.FindAsync(request, cancellation) is { } made) return new GeneratedDocument(made);
        var document = await BuildAsync(request, cancellation);
        var hash = await vault.KeepDocumentAsync(pdf.Write(document).Bytes, "application/pdf", cancellation);
        await desk.KeepAsync(request, hash, cancellation);
        return new GeneratedDocument(hash);
    }

    private async Task<Document> BuildAsync(DocumentRequest request, CancellationToken cancellation)
    {
        var (unit, year) = (request.Unit, request.Year);
        var plan = await plans.PlanAsync(unit, year, cancellation);
        var now = clock.GetUtcNow();
        switch (request.Kind)
        {
            case DocumentKind.Agreement:
                var agreement = (await agreements.ReadAsync(unit, year, cancellation))[^1].Snapshot;
                return AgreementDocument.Build(plan, agreement, now, draft: true);
            case DocumentKind.QuarterlyReport:
                var given = await evaluations.InputAsync(unit, year, cancellation);
                var last = given.Quarters[^1];
                return QuarterlyReportDocument.Build(plan, QuarterEvaluator.Evaluate(given, last.Quarter), last, now);
            default:
                var isPublished = await reports.FindAsync(unit, year, FirstVersion, cancellation) is not null;
                var input = new ReportAssemblyInput(unit, year, FirstVersion, Attempt: 1, IsReviewed: isPublished);
                return AnnualReportDocument.Build(await sources.ReadAsync(input, cancellation), draft: !isPublished);
        }
    }
}
