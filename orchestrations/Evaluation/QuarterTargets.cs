using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>What an indicator owes at the end of a quarter.</summary>
internal static class QuarterTargets
{
    /// <summary>The quarter's agreed target, the year's at its end; null where nothing is due yet.</summary>
    public static TargetValue? Of(Indicator indicator, TargetValue? year, decimal? planned, Quarter quarter) =>
        // A quarter that has the year's target has its range as well.
        planned is { } own
        && IsOwed(indicator, own)
            ? own == year?.Value
                ? year
                : new TargetValue(own)
            : quarter == Quarter.Q4
                ? year
                : null;

    // "0 findings" is owed from the first quarter on; 0 of what is to grow is not owed yet.
    private static bool IsOwed(Indicator indicator, decimal planned) =>
        planned != 0m || indicator.Polarity == Polarity.Minimise;
}
