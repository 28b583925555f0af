using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Spending up to a day of a quarter, as the finance system has it.</summary>
/// <param name="Source">Name of the file that it came from.</param>
internal sealed record BudgetRealisation(
    Quarter Quarter,
    DateOnly Position,
    string Source,
    IReadOnlyList<SubActivitySpending> Rows
)
{
    /// <summary>Cumulative spending of a sub-activity; null where the finance system has none.</summary>
    public decimal? Of(string subActivity) => Rows.FirstOrDefault(row => row.SubActivity == subActivity)?.Spending;

    public decimal Total() => Rows.Sum(row => row.Spending);
}

/// <param name="Spending">Rupiah from the year's first day to the position.</param>
internal sealed record SubActivitySpending(string SubActivity, decimal Spending);

/// <summary>What stands for a quarter, and who brought it when.</summary>
/// <param name="Number">Counts the imports for the quarter; the last one holds.</param>
internal sealed record StoredRealisation(
    BudgetRealisation Realisation,
    int Number,
    string By,
    string Role,
    DateTimeOffset At,
    string Hash
);

/// <summary>The outcome of reading a file of the finance system.</summary>
/// <param name="Realisation">Null where there are errors.</param>
internal sealed record RealisationReading(
    BudgetRealisation? Realisation,
    IReadOnlyList<PlanError> Errors,
    IReadOnlyList<PlanError> Warnings
)
{
    /// <summary>Why nothing can be taken for the quarter now, whatever the file says; null where it can.</summary>
    public string? Refusal { get; init; }
}
