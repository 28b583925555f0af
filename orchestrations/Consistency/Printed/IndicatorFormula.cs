using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>
/// The formula that a printed report computes an indicator by: the one that most of its own achievements follow, among
/// those of the indicator's polarity where the report tells it. Where none fits, higher is better.
/// </summary>
internal sealed record IndicatorFormula(Func<decimal, decimal, decimal?> Compute, bool LowerIsBetter)
{
    private static readonly IndicatorFormula[] Formulas =
    [
        new((target, actual) => target > 0m ? actual / target * 100m : null, false),
        new((target, actual) => target > 0m ? Math.Max(0m, (2m * target - actual) / target * 100m) : null, true),
        new((target, actual) => actual > 0m ? target / actual * 100m : null, true),
        new((target, actual) => target > 0m ? (2m * target - actual) / target * 100m : null, true),
    ];

    public static IndicatorFormula Of(
        IReadOnlyList<(decimal Target, decimal Actual, string Printed)> rows,
        Polarity? polarity
    ) =>
        Formulas
            .Where(formula =>
                polarity is null or Polarity.Stabilise || formula.LowerIsBetter == (polarity == Polarity.Minimise)
            )
            .MaxBy(formula =>
                rows.Count(row =>
                    formula.Compute(row.Target, row.Actual) is { } value && PrintedNumber.IsNear(value, row.Printed)
                )
            )!;

    /// <summary>Whether the printed value is a computed one held down by a cap that the whole report keeps to.</summary>
    public static bool IsCapped(decimal value, decimal printed, decimal highestPrinted) =>
        value > printed && printed is 100m or 110m or 120m && highestPrinted <= printed;
}
