using Sakip.AnnualCycle;
using Sakip.Collection;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Reporting;

/// <summary>The report of any locked quarter, as PDF and as workbook, from its rows at the moment of asking.</summary>
internal sealed class QuarterReportDesk(
    PlanStore plans,
    EvaluationRecords evaluations,
    QuarterDesk quarters,
    EvidenceBook evidence,
    DocumentPrinter printer,
    TimeProvider clock
)
{
    /// <summary>Null while the quarter was never locked.</summary>
    public async Task<byte[]?> PrintAsync(
        OfficeYear office,
        Quarter quarter,
        FileFormat format,
        CancellationToken cancellation
    ) => await DocumentAsync(office, quarter, cancellation) is { } document ? printer.Print(document, format) : null;

    private async Task<Document?> DocumentAsync(OfficeYear office, Quarter quarter, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        if (!await evaluations.HasAgreementAsync(office, cancellation))
            return null;
        var given = await evaluations.InputAsync(office, cancellation);
        if (given.Quarters.FirstOrDefault(one => one.Quarter == quarter) is not { } figures)
            return null;
        var (_, progress) = await quarters.StateAsync(new QuarterSubject(office, quarter), cancellation);
        var files = (await evidence.FactsAsync(office, quarter, cancellation))
            .Where(file => file.Quarter == quarter)
            .ToList();
        return QuarterlyReportDocument.Build(
            plan,
            QuarterEvaluator.Evaluate(await evaluations.WithSameQuarterAsync(given, quarter, cancellation), quarter),
            figures,
            clock.GetUtcNow(),
            supplement: new QuarterSupplement(progress?.Late ?? [], progress?.Missing ?? [], files)
        );
    }
}
