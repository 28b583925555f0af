using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>Publishes the annual report, or hands it back to the planner.</summary>
internal sealed class PublishingActivities(
    PlanStore plans,
    ReportSources sources,
    ReportRecords records,
    CycleDesk cycles,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    [Function(nameof(HandBackReport))]
    public async Task HandBackReport([ActivityTrigger] ReportHandBack input, CancellationToken cancellation)
    {
        var subject = input.Report.Subject;
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
        var subject = input.Subject;
        var now = clock.GetUtcNow();
        var state = (await records.StateAsync(subject, cancellation))!;
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
}
