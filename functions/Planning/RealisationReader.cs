using System.Globalization;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>Reads a file of the finance system, for the page and the API alike; whoever called keeps what was read.</summary>
internal sealed class RealisationReader(PlanStore plans, BudgetRealisations realisations)
{
    /// <param name="name">What the file is called; it is named as the source.</param>
    /// <param name="position">The day that the file's figures stand for, as 2024-06-30; anything else leaves it to the file.</param>
    public async Task<RealisationReading> ReadAsync(
        OfficePlan plan,
        Quarter quarter,
        byte[] file,
        string name,
        string position,
        CancellationToken cancellation
    )
    {
        if (await realisations.RefusalAsync(plan.Office, quarter, cancellation) is { } refusal)
            return new RealisationReading(null, [], []) { Refusal = refusal };
        var before =
            quarter == Quarter.Q1 ? null : await realisations.ReadAsync(plan.Office, quarter - 1, cancellation);
        DateOnly? day = DateOnly.TryParseExact(
            position,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var given
        )
            ? given
            : null;
        var budget = await plans.LatestBudgetAsync(plan.Office, cancellation);
        return RealisationFile.Read(file, name.Length == 0 ? "berkas" : name, plan, budget, quarter, day, before);
    }
}
