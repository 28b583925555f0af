using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What a plan says of its changes within the year.</summary>
internal static class YearChanges
{
    public static IEnumerable<YearChange> ChangesOf(this OfficePlan plan, YearChangeKind kind) =>
        (plan.Changes ?? []).Where(change => change.Kind == kind);

    /// <summary>
    /// Whether a quarter's reports follow the change: it is in force on the quarter's last day, and it was entered before
    /// the window opened. What was asked already is not asked otherwise.
    /// </summary>
    public static bool CountsIn(this OfficePlan plan, YearChange change, Quarter quarter) =>
        change.Basis.From <= quarter.LastDay(plan.Year)
        && (
            plan.Windows.FirstOrDefault(window => window.Quarter == quarter) is not { } window
            || change.Recorded < window.Opens
        );

    /// <summary>Whether any quarter of the year is still reported by the change.</summary>
    public static bool CountsInYear(this OfficePlan plan, YearChange change) =>
        Quarters.All.Any(quarter => plan.CountsIn(change, quarter));

    public static OfficePlan With(this OfficePlan plan, YearChange change) =>
        plan with
        {
            Changes = [.. plan.Changes ?? [], change],
        };

    /// <summary>"Keputusan 12/2025 tanggal 25 Juni 2025, berlaku sejak 1 Juli 2025".</summary>
    public static string Words(this ChangeBasis basis) =>
        $"{basis.Decree} tanggal {IndonesianDate.Long(basis.DecreeDate)}, berlaku sejak {IndonesianDate.Long(basis.From)}";
}
