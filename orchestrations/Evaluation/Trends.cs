namespace Sakip.Evaluation;

internal enum Direction
{
    Down,
    Same,
    Up,
}

/// <summary>A straight line through the realised years.</summary>
/// <param name="PerYear">Change a year, in the indicator's measure.</param>
/// <param name="NextYear">Forecast for the year after the evaluated one.</param>
/// <param name="PlanEnd">Forecast for the plan's last year.</param>
/// <param name="ReachesPlanEnd">Whether the forecast meets the plan's last target; null where either is missing.</param>
internal sealed record Trend(
    Computed PerYear,
    Computed NextYear,
    Computed PlanEnd,
    Direction? Direction,
    bool? ReachesPlanEnd,
    int Points
);

internal static class Trends
{
    public const int LeastPoints = 3;

    /// <summary>Least squares; fewer than three known years are too few to speak of a trend.</summary>
    /// <returns>Slope and intercept, or null.</returns>
    public static (decimal Slope, decimal Intercept)? Fit(IReadOnlyList<(int Year, decimal Value)> points)
    {
        if (points.Count < LeastPoints)
            return null;
        var meanYear = points.Average(point => (decimal)point.Year);
        var meanValue = points.Average(point => point.Value);
        var spread = points.Sum(point => (point.Year - meanYear) * (point.Year - meanYear));
        if (spread == 0m)
            return null;
        var slope = points.Sum(point => (point.Year - meanYear) * (point.Value - meanValue)) / spread;
        return (slope, meanValue - slope * meanYear);
    }

    public static Direction DirectionOf(decimal change) =>
        change switch
        {
            > 0m => Direction.Up,
            < 0m => Direction.Down,
            _ => Direction.Same,
        };
}
