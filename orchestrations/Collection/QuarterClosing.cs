using Sakip.AnnualCycle;

namespace Sakip.Collection;

/// <param name="Round">1, or the round that reopened the quarter.</param>
/// <param name="Attempt">Counts the times that the lock was tried.</param>
internal sealed record QuarterClosing(
    QuarterInput Quarter,
    IReadOnlyList<ReportOutcome> Reports,
    int Round = 1,
    int Attempt = 1
)
{
    /// <summary>The next attempt, with what was reported again in place of what it replaces.</summary>
    public QuarterClosing Next(IReadOnlyList<ReportOutcome> again) =>
        this with
        {
            Attempt = Attempt + 1,
            Reports = [.. Reports.Where(report => again.All(other => other.SubUnit != report.SubUnit)), .. again],
        };
}
