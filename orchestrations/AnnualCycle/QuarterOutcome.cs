using Sakip.Kernel;

namespace Sakip.AnnualCycle;

/// <param name="Late">Codes of sub-units that handed in after the due day.</param>
/// <param name="Missing">Codes of sub-units whose report was not verified in time.</param>
/// <param name="Blockers">Findings that keep the quarter from being locked.</param>
/// <param name="IsAnswered">
/// The attempt was held up and the recheck was asked for since: a year that is built again goes on with the next one.
/// </param>
internal sealed record QuarterOutcome(
    Quarter Quarter,
    string FiguresHash,
    IReadOnlyList<string> Late,
    IReadOnlyList<string> Missing,
    int Blockers = 0,
    bool IsAnswered = false
);
