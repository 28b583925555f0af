using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.AnnualCycle;

/// <summary>Figures of the evaluations that were kept: listed, and traced.</summary>
internal sealed class FigureDesk(EvaluationRecords evaluations, PlanStore plans)
{
    /// <param name="period">"q1" to "q4" or "year"; null for the latest that there is.</param>
    /// <returns>Null where there is no such evaluation.</returns>
    public async Task<(string Period, YearEvaluation Evaluation)?> EvaluationAsync(
        OfficeYear office,
        string? period,
        CancellationToken cancellation
    )
    {
        foreach (var one in period is null ? EvaluationRecords.LatestFirst : [period])
        {
            if (await evaluations.EvaluationAsync(office, one, cancellation) is { } evaluation)
                return (one, evaluation);
        }

        return null;
    }

    public async Task<TracedFigure?> TraceAsync(
        OfficeYear office,
        string code,
        string? period,
        CancellationToken cancellation
    )
    {
        if (await EvaluationAsync(office, period, cancellation) is not var (found, evaluation))
            return null;
        var directory = new OfficeDirectory(await plans.PlanAsync(office, cancellation));
        return FigureTraces.Of(
            evaluation,
            found,
            code,
            official => directory.Official(official)?.FullName() ?? official
        );
    }
}
