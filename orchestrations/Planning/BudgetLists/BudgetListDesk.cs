using Microsoft.DurableTask.Client;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Planning;

/// <summary>What a list would make of the year's budget.</summary>
/// <param name="Import">As it was handed in, with what the file and the year themselves answered.</param>
/// <param name="Wanted">Null while anything is open or wrong.</param>
/// <param name="Versions">The year's versions until now, from the original on.</param>
/// <param name="MayReplace">The original budget is not signed yet and may be replaced.</param>
internal sealed record BudgetListResult(
    BudgetListImport Import,
    BudgetListReading Reading,
    MergedList? Merged,
    Budget? Wanted,
    IReadOnlyList<Budget> Versions,
    bool MayReplace
)
{
    public IReadOnlyList<PlanError> Errors { get; init; } = [];

    /// <summary>Version of the plan that this was made on.</summary>
    public int Base { get; init; }

    public Budget Current => Versions[^1];

    /// <summary>What the version is called, as "Pergeseran ke-1".</summary>
    public string Stage =>
        BudgetStages.Name(
            Import.Stage == BudgetStage.Original
                ? [Versions[0]]
                : [.. Versions, Current with { Sequence = Current.Sequence + 1, Stage = Import.Stage }]
        );
}

/// <summary>Reads a budget list of the finance system and makes a version of the year's budget of it.</summary>
internal sealed class BudgetListDesk(
    PlanStore plans,
    PlanDesk desk,
    ISignedAgreements agreements,
    IEnumerable<PlanCheck> checks
)
{
    private readonly IReadOnlyList<PlanCheck> _checks = [.. checks];

    /// <summary>What the list would do; nothing is kept.</summary>
    public async Task<BudgetListResult> PreviewAsync(
        OfficePlan plan,
        int version,
        BudgetListImport import,
        CancellationToken cancellation
    )
    {
        var versions = new List<Budget> { plan.Budget };
        foreach (var number in await plans.RevisionsAsync(plan.Office, cancellation))
            versions.Add(await plans.BudgetAsync(plan.Office, number, cancellation));
        var mayReplace = versions.Count == 1 && !await agreements.AnyAsync(plan.Office, cancellation);
        return await PreviewAsync(plan, versions, mayReplace, import, cancellation) with { Base = version };
    }

    /// <summary>What the list would make of the budget that a first plan lacks; nothing is kept.</summary>
    /// <param name="draft">As <see cref="PlanDraft"/> tells it.</param>
    public Task<BudgetListResult> PreviewFirstAsync(
        OfficePlan draft,
        BudgetListImport import,
        CancellationToken cancellation
    ) => PreviewAsync(draft, [draft.Budget], mayReplace: true, import, cancellation);

    /// <summary>The first plan with what was read; null where nothing complete was.</summary>
    public static OfficePlan? FilledIn(OfficePlan draft, BudgetListResult result) =>
        result.Wanted is { } budget && !Missing(result.Import).Any() ? draft with { Budget = budget } : null;

    private async Task<BudgetListResult> PreviewAsync(
        OfficePlan plan,
        IReadOnlyList<Budget> versions,
        bool mayReplace,
        BudgetListImport import,
        CancellationToken cancellation
    )
    {
        if (import.Stage is null or BudgetStage.Original)
        {
            import = import with { Stage = mayReplace ? BudgetStage.Original : ListDocument.StageOf(import.Name) };
        }

        var isFirst = import.Stage == BudgetStage.Original;
        var before = await BeforeAsync(plan.Office, cancellation);
        // The column of the original budget is not that of what came later in the same file.
        var former = versions.Where(one => one.Sequence == 0 == isFirst).Reverse().Concat(isFirst ? before : []);
        var reading = BudgetListFile.Read(import, plan, [.. former.Select(one => one.Source).OfType<BudgetSource>()]);
        import = ListDocument.Filled(import, reading.Titles, plan);
        var result = new BudgetListResult(import, reading, null, null, versions, mayReplace);
        if (reading.IsOpen)
            return result with { Errors = reading.Errors };
        var memory = new ListMemory([.. versions.AsEnumerable().Reverse(), .. before]);
        var merged = ListMerge.Of(import, reading.Rows, plan, memory);
        result = result with { Merged = merged, Errors = merged.Errors };
        return merged.IsComplete ? Checked(result, plan) : result;
    }

    /// <summary>Keeps what was read; null where nothing complete was.</summary>
    public async Task<PlanChangeResult?> ApplyAsync(
        OfficePlan plan,
        BudgetListResult result,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (result.Wanted is not { } budget || Missing(result.Import).Any())
            return null;
        if (budget.Sequence > 0)
        {
            var kept = await desk.TryReviseBudgetAsync(plan.Office, Revision(result, budget), by, client, cancellation);
            return PlanChangeResult.Of(kept ? PlanChangeOutcome.Changed : PlanChangeOutcome.Conflict, budget.Sequence);
        }

        return await desk.ChangeAsync(
            plan.Office,
            current => current with { Budget = budget },
            by,
            Explanation(result),
            new PlanChangeSettings(Base: result.Base),
            cancellation
        );
    }

    /// <summary>What of the budget document has not been told: field and what to do.</summary>
    public static IEnumerable<(string Field, string Message)> Missing(BudgetListImport import)
    {
        if (import.Number.Length == 0)
            yield return (nameof(import.Number), "Nomor dokumen anggaran (DPA) belum diisi.");
        if (import.Date is null)
            yield return (nameof(import.Date), "Tanggal dokumen anggaran belum diisi.");
    }

    private BudgetListResult Checked(BudgetListResult result, OfficePlan plan)
    {
        var (import, reading, merged) = (result.Import, result.Reading, result.Merged!);
        var isFirst = import.Stage == BudgetStage.Original;
        var budget = new Budget(
            isFirst ? 0 : result.Current.Sequence + 1,
            import.Number,
            import.Date ?? result.Current.Date,
            import.LegalBasis,
            merged.Programmes
        )
        {
            Stage = import.Stage,
            Source = new BudgetSource(
                import.Name,
                reading.Column,
                reading.Part,
                merged.Codes.Count == 0 ? null : merged.Codes
            ),
        };
        // Number and day are asked for on the page, and are no fault of the file.
        var trial = budget with
        {
            Number = import.Number.Length == 0 ? "-" : import.Number,
        };
        var errors = isFirst
            ? PlanRules.Check(plan with { Budget = trial }, _checks)
            : BudgetRevisionRules.Check(Revision(result, trial), plan, result.Current);
        return errors.Count > 0 ? result with { Errors = errors } : result with { Wanted = budget };
    }

    private static BudgetRevision Revision(BudgetListResult result, Budget budget) =>
        new(budget, RevisionReason.StrategyOrBudgetChanged, Explanation(result), []);

    private static string Explanation(BudgetListResult result) =>
        result.Import.Explanation.Trim() is { Length: > 0 } given
            ? given
            : $"{result.Stage} anggaran menurut daftar sub kegiatan {result.Import.Name}.";

    private async Task<IReadOnlyList<Budget>> BeforeAsync(OfficeYear office, CancellationToken cancellation)
    {
        var earlier = new OfficeYear(office.Unit, office.Year - 1);
        return await plans.FindPlanAsync(earlier, cancellation) is null
            ? []
            : [await plans.LatestBudgetAsync(earlier, cancellation)];
    }
}
