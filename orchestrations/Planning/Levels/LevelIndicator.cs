namespace Sakip.Planning;

/// <summary>Where in the tree of goals and budget an indicator stands.</summary>
internal enum IndicatorLevel
{
    Goal,
    Objective,
    Programme,
    Activity,
    SubActivity,
}

/// <summary>
/// An indicator of a goal, programme, activity or sub-activity, measured like those of the objectives, which stand in the
/// strategic plan itself (PermenPAN-RB 53/2014, 89/2021).
/// </summary>
/// <param name="Of">Code of the goal, programme, activity or sub-activity.</param>
/// <param name="Card">Definition, formula, source, measure, polarity, consolidation and targets by year.</param>
/// <param name="Target">This year's target, with its quarters.</param>
internal sealed record LevelIndicator(IndicatorLevel Level, string Of, Indicator Card, AnnualTarget Target);
