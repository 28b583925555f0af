using System.Text.Json.Serialization;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>
/// A year (or its part up to a quarter) evaluated: everything that Tables 3.1 to 3.9 of the report need, each value exact
/// and rounded, and every figure with the way it came about. Written as evaluasi-{year}.json.
/// </summary>
internal sealed record YearEvaluation
{
    public required int Year { get; init; }

    /// <summary>The last quarter that is in it.</summary>
    public required Quarter UpTo { get; init; }

    public required string Unit { get; init; }

    /// <summary>Versions that the results stand on; with them it can be computed again to the same bytes.</summary>
    public required EvaluationBasis Basis { get; init; }

    public required IReadOnlyList<IndicatorEvaluation> Indicators { get; init; }

    /// <summary>Indicators that were retired within the year, as far as they were reported; null where none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IndicatorEvaluation>? Retired { get; init; }
    public required IReadOnlyList<ObjectiveEvaluation> Objectives { get; init; }

    /// <summary>The office's own achievement, from its objectives.</summary>
    public required Computed Achievement { get; init; }

    public required RatingBand? Band { get; init; }

    /// <summary>How many indicators stand in each band, in the scale's order, and how many in none.</summary>
    public required IReadOnlyList<BandCount> BandCounts { get; init; }

    /// <summary>Table 3.9: the whole office with its programmes, activities and sub-activities.</summary>
    public required BudgetNode Budget { get; init; }

    /// <summary>Every figure by code, sorted; placeholders in narrative are filled from here.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>How a figure came about: formula, inputs, who reported them, on what evidence; null for an unknown code.</summary>
    public Figure? Trace(string code) => Figures.FirstOrDefault(figure => figure.Code == code);
}

/// <param name="InputHash">SHA-256 of the evaluation's whole input, hex.</param>
internal sealed record EvaluationBasis(
    string InputHash,
    int AgreementRevision,
    DateOnly AgreementSignedOn,
    int BudgetSequence,
    string BudgetNumber,
    int PolicyVersion,
    string RatingScale,
    int RatingScaleVersion
);

/// <summary>A target as agreed: a number, a range or words.</summary>
internal sealed record TargetValue(decimal? Value, decimal? Upper = null, string? Text = null);

/// <summary>One indicator over its year, the years before and the plan's end.</summary>
internal sealed record IndicatorEvaluation
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Objective { get; init; }
    public required string Measure { get; init; }
    public required TargetValue? Target { get; init; }

    /// <summary>The target as printed, for example "87%"; "-" where absent.</summary>
    public required string TargetText { get; init; }

    public required ValueState RealisationState { get; init; }
    public required decimal? Realisation { get; init; }
    public required string RealisationText { get; init; }
    public required decimal? Numerator { get; init; }
    public required decimal? Denominator { get; init; }

    /// <summary>Unrounded, capped and not; tables take it rounded from <see cref="AchievementShown"/>.</summary>
    public required Achievement Achievement { get; init; }

    /// <summary>As Tables 3.3 and 3.6 show it.</summary>
    public required Computed AchievementShown { get; init; }

    public required RatingBand? Band { get; init; }

    /// <summary>"Tercapai", "Tidak tercapai" or why neither can be said.</summary>
    public required string Status { get; init; }

    /// <summary>Table 3.3; null where the plan has no record of last year.</summary>
    public required YearComparison? LastYear { get; init; }

    /// <summary>Table 3.4: every known year in order, this one last.</summary>
    public required IReadOnlyList<YearResult> Years { get; init; }

    /// <summary>Table 3.5.</summary>
    public required PlanProgress Progress { get; init; }

    /// <summary>Section B.4: a benchmark, or the reason why there is none.</summary>
    public required BenchmarkComparison Benchmark { get; init; }

    /// <summary>Table 3.6: causes and solutions as reported, by quarter.</summary>
    public required IReadOnlyList<QuarterNote> Notes { get; init; }

    /// <summary>Table 3.7.</summary>
    public required IndicatorEfficiency Efficiency { get; init; }

    /// <summary>Table 3.8.</summary>
    public required IReadOnlyList<SupportRow> Support { get; init; }

    public required Trend Trend { get; init; }

    /// <summary>The indicator at the end of each quarter, as consolidated.</summary>
    public required IReadOnlyList<QuarterResult> Quarters { get; init; }
}

internal sealed record ObjectiveEvaluation(string Code, string Statement, Computed Achievement, RatingBand? Band);

/// <param name="Band">Null counts the indicators without a rating.</param>
internal sealed record BandCount(RatingBand? Band, int Indicators);

internal sealed record YearResult(
    int Year,
    decimal? Target,
    string TargetText,
    decimal? Realisation,
    string RealisationText,
    Computed Achievement
);

/// <param name="Change">This year's realisation less last year's, in the indicator's measure.</param>
/// <param name="Better">Whether the change is for the better by polarity; null where there is none or it cannot be said.</param>
internal sealed record YearComparison(YearResult Before, Computed Change, Direction? Direction, bool? Better)
{
    /// <summary>The quarter of both years that are compared; null for whole years.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Quarter? Quarter { get; init; }
}

/// <param name="Target">The plan's last target.</param>
/// <param name="Progress">Realisation / last target × 100.</param>
internal sealed record PlanProgress(int EndYear, TargetValue? Target, string TargetText, Computed Progress);

/// <param name="NoneReason">Why there is no benchmark; null where there is one.</param>
internal sealed record BenchmarkComparison(
    Benchmark? Benchmark,
    string BenchmarkText,
    Computed Difference,
    bool? Better,
    string? NoneReason
);

internal sealed record QuarterNote(
    Quarter Quarter,
    string SubUnit,
    string? Supporting,
    string? Hindering,
    string? Solution,
    string? FollowUp,
    string? Explanation
);

/// <param name="Programmes">Codes of the programmes that support the indicator.</param>
internal sealed record IndicatorEfficiency(
    IReadOnlyList<string> Programmes,
    decimal Ceiling,
    decimal? Realisation,
    Computed Absorption,
    Efficiency Efficiency
);

/// <param name="Number">I, A or 1, as in Table 3.9.</param>
/// <param name="Supports">Null where the node's own performance is unknown.</param>
internal sealed record SupportRow(
    BudgetLevel Level,
    string Number,
    string Code,
    string Name,
    string Indicator,
    Computed Achievement,
    bool? Supports
);

internal sealed record QuarterResult(
    Quarter Quarter,
    decimal? Target,
    decimal? Realisation,
    string RealisationText,
    Achievement Achievement
);

internal enum BudgetLevel
{
    Office,
    Programme,
    Activity,
    SubActivity,
}

/// <param name="Number">I, A or 1; empty for the office.</param>
/// <param name="Indicator">The node's own indicator.</param>
/// <param name="Realisation">Null where a part is not reported; <paramref name="Known"/> then has what is.</param>
/// <param name="Known">Sum of the reported parts, rupiah.</param>
/// <param name="Performance">Own performance: output over its target, or physical progress, or the mean of its parts.</param>
internal sealed record BudgetNode(
    BudgetLevel Level,
    string Number,
    string Code,
    string Name,
    string Indicator,
    decimal Ceiling,
    decimal? Realisation,
    decimal Known,
    Computed Absorption,
    Computed Performance,
    string? Note,
    IReadOnlyList<BudgetNode> Parts
)
{
    /// <summary>The node and all below it, in printed order.</summary>
    public IEnumerable<BudgetNode> All() => Parts.SelectMany(part => part.All()).Prepend(this);
}
