using System.Text.Json.Serialization;

namespace Sakip.Planning;

/// <param name="Name">For example "Rencana Strategis Sekretariat Daerah Provinsi Bali".</param>
/// <param name="Kind">Renstra, or RPD in a transition period.</param>
internal sealed record StrategicPlan(
    string Name,
    string Kind,
    int StartYear,
    int EndYear,
    string? LegalBasis,
    IReadOnlyList<Goal> Goals
)
{
    public IEnumerable<Objective> Objectives() => Goals.SelectMany(goal => goal.Objectives);

    public IEnumerable<Indicator> Indicators() => Objectives().SelectMany(objective => objective.Indicators);
}

internal sealed record Goal(string Code, string Statement, IReadOnlyList<Objective> Objectives);

internal sealed record Objective(string Code, string Statement, IReadOnlyList<Indicator> Indicators);

/// <summary>Whether more, less or exactly the target is better.</summary>
public enum Polarity
{
    Maximise,
    Minimise,
    Stabilise,
}

/// <summary>How quarterly values make the year's value.</summary>
internal enum Consolidation
{
    Sum,
    Average,
    LastKnown,
    RunningTotal,
}

internal enum ValueKind
{
    Percent,
    Ratio,
    Index,
    Count,
    Text,
}

/// <summary>A key performance indicator (IKU); PER/20/M.PAN/11/2008 asks for formula, source, owner and reason.</summary>
internal sealed record Indicator
{
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>Unit of measure (satuan), for example "Persen".</summary>
    public required string Measure { get; init; }

    public required ValueKind Kind { get; init; }
    public required Polarity Polarity { get; init; }
    public required Consolidation Consolidation { get; init; }
    public bool IsKey { get; init; } = true;
    public string? Formula { get; init; }
    public string? Definition { get; init; }
    public string? NumeratorLabel { get; init; }
    public string? DenominatorLabel { get; init; }

    /// <summary>
    /// What numerator / denominator is multiplied by: 1, 100, 1,000, 10,000 or 100,000; null for what the kind has.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Multiplier { get; init; }

    /// <summary>Words for an indicator that is not counted, best first with what each is worth; see <see cref="WordScale"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Words { get; init; }
    public string? DataSource { get; init; }

    /// <summary>Code of the sub-unit that reports the value.</summary>
    public required string SubUnit { get; init; }

    public string? Reason { get; init; }

    /// <summary>Decimals shown in documents.</summary>
    public int Precision { get; init; }

    /// <summary>Target and realisation of years before this one; a null is "-": absent, never zero.</summary>
    public IReadOnlyList<YearRecord> History { get; init; } = [];

    /// <summary>Targets of the strategic plan by year, this year's and later years'.</summary>
    public IReadOnlyList<YearTarget> Targets { get; init; } = [];

    /// <summary>National or provincial benchmark; null where there is none.</summary>
    public Benchmark? Benchmark { get; init; }

    /// <summary>Why there is no benchmark, said in the report.</summary>
    public string? NoBenchmarkReason { get; init; }

    /// <summary>Earlier names, kept so that old documents are recognised.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    public WordScale? WordScale() => Kind == ValueKind.Text ? Planning.WordScale.Parse(Words) : null;

    /// <summary>A percentage is per hundred, everything else as it comes out, unless the multiplier says otherwise.</summary>
    public decimal Factor() => Multiplier ?? (Kind == ValueKind.Percent ? 100m : 1m);

    /// <summary>" × 100" behind a quotient; nothing where it is not multiplied.</summary>
    public string Times() => Factor() == 1m ? "" : " × " + Kernel.IndonesianNumber.Number(Factor(), 0);
}

internal sealed record YearRecord(int Year, decimal? Target, decimal? Realisation);

/// <param name="Upper">Upper end of a target range (stabilise); null for a single value.</param>
/// <param name="Text">A target in words, where it is not a number.</param>
internal sealed record YearTarget(int Year, decimal? Value, decimal? Upper = null, string? Text = null);

internal sealed record Benchmark(decimal Value, string Scope, string Source, int Year);

/// <summary>The annual plan (RKT): this year's target of each indicator.</summary>
internal sealed record AnnualPlan(int Year, IReadOnlyList<AnnualTarget> Targets);

/// <param name="Quarterly">Cumulative targets of TW I to IV, or none.</param>
internal sealed record AnnualTarget(
    string Indicator,
    decimal? Value,
    decimal? Upper = null,
    string? Text = null,
    IReadOnlyList<decimal?>? Quarterly = null
);
