using Sakip.AnnualCycle;
using Sakip.Evaluation;
using Sakip.Kernel;

namespace Sakip.Collection;

/// <summary>When a quarter's window opens.</summary>
/// <param name="Extensions">Extensions of it that stand already.</param>
/// <param name="Outcome">The quarter was locked and evaluated before; nothing is left to do.</param>
internal sealed record QuarterWindow(DateTime OpensAt, int Extensions = 0, QuarterOutcome? Outcome = null);

/// <summary>Says that the day has come on which the window opens.</summary>
internal sealed record WindowOpenedSignal(int Number = 0);

/// <param name="SubUnits">Codes of the sub-units that owe a report.</param>
internal sealed record QuarterOpening(IReadOnlyList<string> SubUnits, int Round = 1);

/// <summary>A sub-unit's report. A reopened quarter starts the next round.</summary>
/// <param name="Extensions">Extensions of the window that were heard before the report began.</param>
internal sealed record ReportInput(
    string Unit,
    int Year,
    Quarter Quarter,
    string SubUnit,
    int Round,
    int Extensions = 0
)
{
    internal OfficeYear Office => new(Unit, Year);
}

public enum ReportResult
{
    Verified,
    NotReported,
    NotVerified,
}

internal sealed record ReportOutcome(string SubUnit, ReportResult Result, int Revision, int Round = 1);

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

/// <summary>A round that somebody asked for: its row stands under the number.</summary>
internal sealed record ReopeningInput(string Unit, int Year, Quarter Quarter, int Round, string AskedBy)
{
    internal OfficeYear Office => new(Unit, Year);
}

/// <param name="Outcome">Null where the reopening was not approved.</param>
internal sealed record ReopeningOutcome(QuarterOutcome? Outcome);

/// <summary>What a sub-unit hands in for a quarter.</summary>
/// <param name="Actions">Progress of the action plan's items.</param>
internal sealed record Submission(
    IReadOnlyList<IndicatorFigure> Indicators,
    IReadOnlyList<SubActivityFigure> SubActivities,
    IReadOnlyList<ActionFigure>? Actions = null
);
