using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Kernel;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Assembles the annual report into its files.</summary>
internal sealed class AssemblingActivities(
    ReportSources sources,
    ReportRecords records,
    ReportFiles files,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    [Function(nameof(AssembleReport))]
    public async Task<AssembledReport> AssembleReport(
        [ActivityTrigger] ReportAssemblyInput input,
        CancellationToken cancellation
    )
    {
        var subject = input.Subject;
        var id = FormattableString.Invariant($"assemble:{input.Attempt}:{(input.IsReviewed ? "reviewed" : "draft")}");
        var data = await sources.ReadAsync(input, cancellation);
        var content = await files.KeepContentAsync(data, cancellation);
        if (
            input.IsReviewed
            && await ReviewedContentAsync(subject, cancellation) is { } reviewed
            && reviewed != content
        )
        {
            return new AssembledReport("", "", ChangedSinceReview: true);
        }

        var (pdfHash, state) = await files.KeepAsync(data, content, input.IsReviewed, cancellation);
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

    private async Task<string?> ReviewedContentAsync(AnnualReportSubject subject, CancellationToken cancellation) =>
        await records.StateAsync(subject, cancellation) is { Body: { } body }
            ? SakipJson.Read<DocumentState>(body).ContentHash
            : null;
}
