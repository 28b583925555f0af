namespace Sakip.Planning;

/// <summary>Ids of the nodes of a performance tree.</summary>
internal static class TreeIds
{
    public const string Loose = "lepas";

    public static string Indicator(string code) => "i." + code;

    /// <summary>Of the goal, objective, programme, activity or sub-activity.</summary>
    public static string Element(IndicatorLevel level, string code) =>
        level switch
        {
            IndicatorLevel.Goal => "t.",
            IndicatorLevel.Objective => "s.",
            IndicatorLevel.Programme => "p.",
            IndicatorLevel.Activity => "k.",
            _ => "sk.",
        } + code;
}
