namespace Sakip.Consistency;

/// <summary>
/// A printed report does not say by which formula it computes. It is the one that its own achievements follow; where
/// none does, higher is better.
/// </summary>
internal static class IndicatorFormula
{
    private static readonly Func<decimal, decimal, decimal?>[] Formulas =
    [
        (target, actual) => target > 0m ? actual / target * 100m : null,
        (target, actual) => target > 0m ? Math.Max(0m, (2m * target - actual) / target * 100m) : null,
        (target, actual) => actual > 0m ? target / actual * 100m : null,
    ];

    /// <summary>The formula that fits most of the rows that print target, realisation and achievement.</summary>
    public static Func<decimal, decimal,
        decimal?> Of(IReadOnlyList<(decimal Target, decimal Actual, string Printed)> rows) =>
        Formulas.MaxBy(formula =>
            rows.Count(row => formula(row.Target, row.Actual) is { } value
            && PrintedNumber.IsNear(value, row.Printed)))!;

    /// <summary>Whether the printed value is a computed one held down by a cap that the whole report keeps to.</summary>
    public static bool IsCapped(decimal value, decimal printed, decimal highestPrinted) =>
        value > printed && printed is 100m or 110m or 120m && highestPrinted <= printed;
}
