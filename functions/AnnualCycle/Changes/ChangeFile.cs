using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <summary>A plan or a budget that somebody handed in elsewhere and that holds a change within the year.</summary>
/// <param name="Hash">Under which it is kept; empty where it came with this form.</param>
/// <param name="Before">The budget that its carriers are compared with.</param>
internal sealed record ChangeFile(string Hash, OfficePlan Plan, Budget Before)
{
    public IReadOnlyList<MovedSubActivity> Moves => PlannedMoves.Of(Before, Plan.Budget);
}
