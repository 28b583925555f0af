using Sakip.Calendar;
using Sakip.Evaluation;

namespace Sakip.Collection;

public sealed record QuarterInput(string Unit, int Year, Quarter Quarter);

/// <summary>When a quarter's window opens.</summary>
public sealed record QuarterWindow(DateTime OpensAt);

/// <param name="SubUnits">Codes of the sub-units that owe a report.</param>
public sealed record QuarterOpening(IReadOnlyList<string> SubUnits);

/// <summary>A sub-unit's report. A reopened quarter starts the next round.</summary>
public sealed record ReportInput(string Unit, int Year, Quarter Quarter, string SubUnit, int Round);

public enum ReportResult
{
    Verified,
    NotReported,
    NotVerified,
}

public sealed record ReportOutcome(string SubUnit, ReportResult Result, int Revision);

/// <param name="Late">Codes of sub-units that handed in after the due day.</param>
/// <param name="Missing">Codes of sub-units whose report was not verified in time.</param>
public sealed record QuarterOutcome(
    Quarter Quarter, string FiguresHash, IReadOnlyList<string> Late, IReadOnlyList<string> Missing);

public sealed record QuarterClosing(QuarterInput Quarter, IReadOnlyList<ReportOutcome> Reports);

/// <summary>What a sub-unit hands in for a quarter.</summary>
public sealed record Submission(
    IReadOnlyList<IndicatorFigure> Indicators, IReadOnlyList<SubActivityFigure> SubActivities);
