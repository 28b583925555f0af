using System.Text.Json.Serialization;
using Sakip.Evaluation;

namespace Sakip.Planning;

/// <summary>Lower-is-better: A is (2T − R) / T × 100, floored at 0; B is T / R × 100.</summary>
internal enum MinimiseFormula
{
    A,
    B,
}

/// <summary>Ceiling for an achievement; the uncapped value is always kept beside it.</summary>
internal enum AchievementCap
{
    None,
    At100,
    At110,
    At120,
}

/// <summary>
/// Ratio: achievement / absorption × 100. Difference: achievement − absorption. Rule: achievement ≥ absorption. Unspent:
/// 100 − absorption where the target is met. <see cref="EfficiencyWay"/> has how each is computed.
/// </summary>
internal enum EfficiencyMethod
{
    Ratio,
    Difference,
    Rule,
    Unspent,
}

/// <summary>What a target of 0 ("no findings") comes to: nothing, or 100 where it was reached and 0 where it was missed.</summary>
internal enum ZeroTarget
{
    NotComputed,
    ReachedOrMissed,
}

/// <summary>What a target in words comes to, where its indicator has an order of words.</summary>
internal enum WordedTarget
{
    /// <summary>Share of the word that was reached / share of the word that was agreed × 100.</summary>
    ByShare,

    /// <summary>100 where the word or a better one was reached, else 0.</summary>
    ReachedOrMissed,
    NotComputed,
}

internal enum Aggregation
{
    Mean,
    Lowest,
}

internal enum RoundingMode
{
    HalfUp,
    HalfEven,
}

/// <summary>The office's rules of calculation, versioned: every result names the version that it was made by.</summary>
internal sealed record CalculationPolicy
{
    public required int Version { get; init; }
    public MinimiseFormula Minimise { get; init; } = MinimiseFormula.A;
    public AchievementCap Cap { get; init; } = AchievementCap.None;
    public EfficiencyMethod Efficiency { get; init; } = EfficiencyMethod.Ratio;
    public RoundingMode Rounding { get; init; } = RoundingMode.HalfUp;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ZeroTarget ZeroTarget { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public WordedTarget WordedTarget { get; init; }

    /// <summary>Decimals by table number ("3.3" … "3.9"); what is not listed has the default.</summary>
    public IReadOnlyDictionary<string, int> Decimals { get; init; } = new Dictionary<string, int>();

    public int DefaultDecimals { get; init; } = 2;

    /// <summary>How the achievement of an objective follows from its indicators', and the office's from its objectives'.</summary>
    public Aggregation Aggregation { get; init; } = Aggregation.Mean;

    /// <summary>Own performance, in percent, from which a programme counts as supporting its indicator (Table 3.8).</summary>
    public decimal SupportsFrom { get; init; } = 75m;

    /// <summary>Absorption below which an explanation is asked for, in percent (rule K-AG-06).</summary>
    public decimal LowAbsorption { get; init; } = 70m;
}

/// <summary>
/// A rating scale as half-open intervals on the unrounded value: a band holds what is above its lower bound, up to the
/// bound of the band above it. The lowest band has no lower bound, the highest no upper one.
/// </summary>
internal sealed record RatingScale(string Code, int Version, string Source, IReadOnlyList<RatingBand> Bands);

/// <param name="Above">Exclusive lower bound in percent; null for the lowest band.</param>
/// <param name="Printed">The interval as the office prints it, for example "> 75 – 90".</param>
/// <param name="ColourName">Colour in words, so that colour never stands alone.</param>
/// <param name="Colour">Hex RGB.</param>
internal sealed record RatingBand(decimal? Above, string Label, string Printed, string ColourName, string Colour);
