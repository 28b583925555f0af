using Microsoft.Azure.Functions.Worker;
using Sakip.Collection;
using Sakip.Evaluation;

namespace Sakip.AnnualCycle;

/// <summary>Evaluates quarters and the year, and closes the year.</summary>
public sealed class CycleActivities(EvaluationRecords records, CycleDesk cycles)
{
    [Function(nameof(EvaluateQuarter))]
    public async Task<string> EvaluateQuarter([ActivityTrigger] QuarterInput input, CancellationToken cancellation)
    {
        var given = await records.InputAsync(input.Unit, input.Year, cancellation);
        var evaluation = QuarterEvaluator.Evaluate(given, input.Quarter);
        return await records.KeepAsync(
            input.Unit, input.Year, Calendar.Quarters.Code(input.Quarter), evaluation, cancellation);
    }

    [Function(nameof(EvaluateYear))]
    public async Task<string> EvaluateYear([ActivityTrigger] CycleInput input, CancellationToken cancellation)
    {
        var evaluation = YearEvaluator.Evaluate(await records.InputAsync(input.Unit, input.Year, cancellation));
        return await records.KeepAsync(input.Unit, input.Year, EvaluationRecords.Year, evaluation, cancellation);
    }

    [Function(nameof(CloseYear))]
    public Task CloseYear([ActivityTrigger] CycleInput input, CancellationToken cancellation) =>
        cycles.CloseAsync(input.Unit, input.Year, cancellation);
}
