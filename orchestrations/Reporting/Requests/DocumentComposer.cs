using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>A document with the name its file bears.</summary>
internal sealed record ComposedDocument(Document Document, string Name);

/// <summary>Builds the document of a request from the year's data.</summary>
internal sealed class DocumentComposer(
    YearBasis years,
    ReportSources sources,
    ReportVersions versions,
    ReportRecords reports,
    EvaluationRecords evaluations
)
{
    private const string Draft = "-konsep";

    public async Task<ComposedDocument> ComposeAsync(DocumentRequest request, CancellationToken cancellation)
    {
        var (office, at) = (request.Office, request.At ?? DateTimeOffset.UnixEpoch);
        switch (request.Kind)
        {
            case DocumentKind.Agreement:
                return Agreement(await years.ReadAsync(office, cancellation), request, at);
            case DocumentKind.QuarterlyReport:
                var quarter = (Quarter)request.Quarter!.Value;
                var input = (await years.ReadAsync(office, cancellation)).Input;
                return Quarterly(await evaluations.WithSameQuarterAsync(input, quarter, cancellation), quarter, at);
            case DocumentKind.ActionPlan:
                return ActionPlan(await years.ReadAsync(office, cancellation), at);
            default:
                var version = await versions.RunningAsync(office, cancellation);
                var latest = (await reports.AllAsync(office, cancellation)).LastOrDefault()?.Version ?? 1;
                var data = await sources.ReadAsync(
                    new ReportAssemblyInput(office.Unit, office.Year, version ?? latest, At: at),
                    cancellation
                );
                return request.Kind == DocumentKind.EvaluationTables
                    ? new(
                        EvaluationDocument.Build(data, draft: version is not null),
                        $"tabel-evaluasi-{office.Year}{(version is null ? "" : Draft)}"
                    )
                    : new(AnnualReportDocument.Build(data, draft: true), $"lkjip-{office.Year}{Draft}");
        }
    }

    private static ComposedDocument Agreement(ReportBasis basis, DocumentRequest request, DateTimeOffset at)
    {
        var (snapshot, record) = basis.Agreements.First(one => one.Snapshot.Terms.Revision == request.Revision);
        var name =
            $"perjanjian-kinerja-{request.Year}" + (request.Revision > 0 ? $"-perubahan-{request.Revision}" : "");
        return new(
            AgreementDocument.Build(basis.Input.Plan, snapshot, at, draft: record is null),
            record is null ? name + Draft : name
        );
    }

    private static ComposedDocument ActionPlan(ReportBasis basis, DateTimeOffset at)
    {
        var isDraft = basis.Agreements[^1].Record is null;
        return new(
            ActionPlanDocument.Build(basis.Input.Plan, basis.Input.Agreement, basis.Input.Quarters, at, isDraft),
            $"rencana-aksi-{basis.Input.Plan.Year}{(isDraft ? Draft : "")}"
        );
    }

    private static ComposedDocument Quarterly(EvaluationInput input, Quarter quarter, DateTimeOffset at)
    {
        var figures = input.Quarters.FirstOrDefault(one => one.Quarter == quarter);
        var evaluation = QuarterEvaluator.Evaluate(input, quarter);
        return new(
            QuarterlyReportDocument.Build(
                input.Plan,
                evaluation,
                figures ?? new QuarterlyFigures(quarter, [], []),
                at,
                draft: figures is null
            ),
            $"laporan-triwulan-{(int)quarter}-{input.Plan.Year}{(figures is null ? Draft : "")}"
        );
    }
}
