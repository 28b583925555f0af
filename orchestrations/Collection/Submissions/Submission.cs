using Sakip.Evaluation;

namespace Sakip.Collection;

/// <summary>What a sub-unit hands in for a quarter.</summary>
/// <param name="Actions">Progress of the action plan's items.</param>
internal sealed record Submission(
    IReadOnlyList<IndicatorFigure> Indicators,
    IReadOnlyList<SubActivityFigure> SubActivities,
    IReadOnlyList<ActionFigure>? Actions = null
);
