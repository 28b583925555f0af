using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Planning;

/// <param name="Number">Under which the import stands; null where nothing was kept.</param>
internal sealed record RealisationResult(RealisationReading Reading, Budget Budget, int? Number = null);

/// <summary>Reads a file of the finance system and keeps what it says, for the page and the API alike.</summary>
internal sealed class RealisationDesk(PlanStore plans, BudgetRealisations realisations)
{
    /// <summary>What the file would do; nothing is kept.</summary>
    public async Task<RealisationResult> PreviewAsync(
        OfficePlan plan,
        RealisationImport import,
        CancellationToken cancellation
    )
    {
        var (office, quarter) = (plan.Office, import.Quarter);
        var budget = await plans.LatestBudgetAsync(office, cancellation);
        if (await realisations.RefusalAsync(office, quarter, cancellation) is { } refusal)
            return new RealisationResult(new RealisationReading(null, [], []) { Refusal = refusal }, budget);
        var before = quarter == Quarter.Q1 ? null : await realisations.ReadAsync(office, quarter - 1, cancellation);
        var chosen = await realisations.ChosenColumnsAsync(office, cancellation);
        return new RealisationResult(RealisationFile.Read(import, plan, budget, before, chosen), budget);
    }

    /// <summary>Keeps what was read, unless it has errors, open questions or lacks the reason that it needs.</summary>
    public async Task<RealisationResult> KeepAsync(
        OfficePlan plan,
        RealisationResult read,
        Actor by,
        CancellationToken cancellation
    ) =>
        read.Reading is { Realisation: { } made, LacksReason: false }
            ? read with
            {
                Number = await realisations.KeepAsync(plan.Office, made, by, cancellation),
            }
            : read;
}
