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
        string unit,
        int year,
        Quarter quarter,
        FileFormat format,
        CancellationToken cancellation
    ) =>
        await DocumentAsync(unit, year, quarter, cancellation) is { } document ? printer.Print(document, format) : null;

    private async Task<Document?> DocumentAsync(string unit, int year, Quarter quarter, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(unit, year, cancellation);
        if (!await evaluations.HasAgreementAsync(unit, year, cancellation))
            return null;
        var given = await evaluations.InputAsync(unit, year, cancellation);
        if (given.Quarters.FirstOrDefault(one => one.Quarter == quarter) is not { } figures)
            return null;
        var (_, progress) = await quarters.StateAsync(SubjectRef.Quarter(unit, year, quarter), cancellation);
        var files = (await evidence.FactsAsync(unit, year, quarter, cancellation))
            .Where(file => file.Quarter == quarter)
            .ToList();
        return QuarterlyReportDocument.Build(
            plan,
            QuarterEvaluator.Evaluate(given, quarter),
            figures,
            clock.GetUtcNow(),
            supplement: new QuarterSupplement(progress?.Late ?? [], progress?.Missing ?? [], files)
        );
    }
}
