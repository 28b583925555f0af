using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>Rounds for display by the policy: one rule for the office, one precision for each table.</summary>
internal sealed class Rounding(CalculationPolicy policy)
{
    /// <summary>Decimals of a table, named by its number ("3.3"); the default where the policy lists none.</summary>
    public int Decimals(string table) => policy.Decimals.GetValueOrDefault(table, policy.DefaultDecimals);

    public decimal Round(decimal value, string table) => Round(value, Decimals(table), policy.Rounding);

    public static decimal Round(decimal value, int decimals, RoundingMode mode) =>
        decimal.Round(
            value,
            decimals,
            mode == RoundingMode.HalfEven ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero
        );
}
