using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>Evaluates a quarter that was locked, and again what was evaluated after it, and says where achievement is low.</summary>
internal sealed class QuarterEvaluation(
    OfficeStorage storage,
    EvaluationRecords records,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    [Function(nameof(EvaluateQuarter))]
    public async Task EvaluateQuarter([ActivityTrigger] QuarterInput input, CancellationToken cancellation)
    {
        var (office, quarter) = (input.Office, input.Quarter);
        var given = await records.InputAsync(office, cancellation);
        var evaluation = await KeepAsync(given, quarter, cancellation);
        foreach (var later in Quarters.All.Where(later => later > quarter))
        {
            if (await records.IsKeptAsync(office, later.Code(), cancellation))
                await KeepAsync(given, later, cancellation);
        }

        if (await records.IsKeptAsync(office, EvaluationRecords.Year, cancellation))
        {
            await records.KeepAsync(office, EvaluationRecords.Year, YearEvaluator.Evaluate(given), cancellation);
        }

        await WarnAsync(given.Plan, evaluation, quarter, cancellation);
    }

    private async Task<YearEvaluation> KeepAsync(EvaluationInput given, Quarter quarter, CancellationToken cancellation)
    {
        var evaluation = QuarterEvaluator.Evaluate(
            await records.WithSameQuarterAsync(given, quarter, cancellation),
            quarter
        );
        await records.KeepAsync(given.Plan.Office, quarter.Code(), evaluation, cancellation);
        return evaluation;
    }

    // One change per indicator: an evaluation that is made again tells nobody twice.
    private async Task WarnAsync(
        OfficePlan plan,
        YearEvaluation evaluation,
        Quarter quarter,
        CancellationToken cancellation
    )
    {
        var subject = new QuarterSubject(plan.Office, quarter);
        var now = clock.GetUtcNow();
        var today = plan.Zone.DateAt(now);
        foreach (var low in LowAchievements.Of(plan, evaluation, quarter))
        {
            var id = "low:" + low.Indicator.Code;
            if (await storage.IsDoneAsync(subject, id, cancellation))
            {
                continue;
            }

            var facts = new Dictionary<Fact, string>
            {
                [Fact.Quarter] = quarter.Code(),
                [Fact.Document] = low.Indicator.Name,
                [Fact.Decision] = low.IsForecast ? "prakiraan" : "target",
                [Fact.Note] = low.Why,
                [Fact.Page] = FormattableString.Invariant($"kantor/{plan.Unit.Code}/{plan.Year}/angka"),
            };
            var change = new SubjectChange(subject, id, now).By(Actor.System, AuditAction.WarnOfLowAchievement);
            change.Tell(MessageKind.AchievementLow, Addressees(plan, low.Indicator.SubUnit, today), facts);

            await dispatcher.CommitAsync(change, null, cancellation);
        }
    }

    /// <summary>The owner's head and operators, and the head of the office.</summary>
    private static IEnumerable<string> Addressees(OfficePlan plan, string subUnit, DateOnly today)
    {
        var directory = new OfficeDirectory(plan);
        return Bearers
            .HeadIfAny(plan, subUnit, today)
            .Concat(directory.Operators(subUnit))
            .Concat(directory.FirstParty(today) is { } head ? [head.Official] : [])
            .Select(official => official.Code)
            .Distinct();
    }
}
