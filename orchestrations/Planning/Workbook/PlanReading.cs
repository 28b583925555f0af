namespace Sakip.Planning;

/// <summary>How many rows a list of the plan has.</summary>
internal sealed record PlanCount(string Name, int Rows);

/// <summary>
/// What a file that hands in a plan came to: the plan and its budget revisions, or every error; and what is allowed but
/// looks wrong.
/// </summary>
/// <param name="Plan">Null where there are errors.</param>
internal sealed record PlanReading(
    OfficePlan? Plan,
    IReadOnlyList<BudgetRevision> Revisions,
    IReadOnlyList<PlanError> Errors,
    IReadOnlyList<PlanError> Warnings,
    IReadOnlyList<PlanCount> Counts
)
{
    /// <summary>Where text was made tidy, and how.</summary>
    public IReadOnlyList<PlanError> Cleaned { get; init; } = [];

    /// <summary>The plan, where nothing but its budget is missing: a list of the finance system may fill it in.</summary>
    public OfficePlan? Draft { get; init; }

    public bool Succeeded => Plan is not null;

    internal static PlanReading Failed(params IReadOnlyList<PlanError> errors) => new(null, [], errors, [], []);
}
