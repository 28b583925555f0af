using Microsoft.Azure.Functions.Worker;
using Sakip.Evaluation;

namespace Sakip.AnnualCycle;

/// <summary>Evaluates the year and closes it.</summary>
internal sealed class CycleActivities(EvaluationRecords records, CycleDesk cycles)
{
    [Function(nameof(EvaluateYear))]
    public async Task<string> EvaluateYear([ActivityTrigger] CycleInput input, CancellationToken cancellation)
    {
        var evaluation = YearEvaluator.Evaluate(await records.InputAsync(input.Office, cancellation));
        return await records.KeepAsync(input.Office, EvaluationRecords.Year, evaluation, cancellation);
    }

    [Function(nameof(CloseYear))]
    public Task CloseYear([ActivityTrigger] CycleInput input, CancellationToken cancellation) =>
        cycles.CloseAsync(input.Office, cancellation);
}
