using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <param name="Number">Under which the import stands; 0 where it was only looked at.</param>
internal sealed record KeptRealisation(int Number, int Rows, DateOnly Position)
{
    /// <summary>What was read: which column, its sum and the file's own.</summary>
    public SpendingSource? Source { get; init; }

    public IReadOnlyList<PlanError> Warnings { get; init; } = [];
}
