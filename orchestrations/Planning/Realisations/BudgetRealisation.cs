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
    /// <summary>The column that somebody chose among several, as <see cref="SpendingMemory"/> tells it.</summary>
    public string? Column { get; init; }

    /// <summary>What is unlike the budget that was in force; null where nothing is.</summary>
    public IReadOnlyList<SpendingException>? Exceptions { get; init; }

    /// <summary>Why that is right, in the words of whoever brought the file.</summary>
    public string? Reason { get; init; }

    /// <summary>Cumulative spending of a sub-activity; null where the finance system has none.</summary>
    public decimal? Of(string subActivity) => Rows.FirstOrDefault(row => row.SubActivity == subActivity)?.Spending;

    public decimal Total() => Rows.Sum(row => row.Spending);
}

/// <param name="Spending">Rupiah from the year's first day to the position.</param>
internal sealed record SubActivitySpending(string SubActivity, decimal Spending)
{
    /// <summary>As the file names it, where the budget that was in force does not have it; otherwise null.</summary>
    public string? Name { get; init; }
}

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
/// <param name="Realisation">Null where there are errors, or questions that nobody answered yet.</param>
internal sealed record RealisationReading(
    BudgetRealisation? Realisation,
    IReadOnlyList<PlanError> Errors,
    IReadOnlyList<PlanError> Warnings
)
{
    /// <summary>Why nothing can be taken for the quarter now, whatever the file says; null where it can.</summary>
    public string? Refusal { get; init; }

    public IReadOnlyList<SpendingQuestion> Questions { get; init; } = [];

    /// <summary>What was read; null where no column could be.</summary>
    public SpendingSource? Source { get; init; }

    /// <summary>True where something is unlike the budget and nobody said why.</summary>
    public bool LacksReason => Realisation is { Exceptions: not null, Reason: null };
}
