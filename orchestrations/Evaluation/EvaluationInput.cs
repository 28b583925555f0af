using System.Text.Json.Serialization;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>What an evaluation is made from; the same input gives the same bytes.</summary>
/// <param name="Agreement">Terms of the agreement in force.</param>
/// <param name="Budget">The budget version that the agreement names.</param>
/// <param name="Quarters">Locked quarters, in order, with what was verified.</param>
internal sealed record EvaluationInput(
    OfficePlan Plan,
    AgreementTerms Agreement,
    Budget Budget,
    IReadOnlyList<QuarterlyFigures> Quarters
)
{
    /// <summary>What the same quarter of last year came to; null where the year is evaluated whole or nothing is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PastQuarter>? SameQuarter { get; init; }

    /// <summary>Targets that earlier agreements of the year had for indicators that were retired since; null where none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AnnualTarget>? FormerTargets { get; init; }
}

/// <summary>What an indicator came to in a quarter of last year, as it was evaluated then.</summary>
internal sealed record PastQuarter(string Indicator, decimal? Target, decimal? Realisation);

/// <summary>Targets that the parties agreed on.</summary>
/// <param name="Revision">0 for the first agreement, 1 and on for revisions.</param>
internal sealed record AgreementTerms(
    int Revision,
    DateOnly SignedOn,
    int BudgetSequence,
    IReadOnlyList<AnnualTarget> Targets
)
{
    /// <summary>The agreement's name, as the source of a figure.</summary>
    public string Source() =>
        Revision == 0
            ? "Perjanjian kinerja"
            : FormattableString.Invariant($"Perjanjian kinerja perubahan ke-{Revision}");
}

/// <summary>Verified figures of one quarter, from all sub-units.</summary>
internal sealed record QuarterlyFigures(
    Quarter Quarter,
    IReadOnlyList<IndicatorFigure> Indicators,
    IReadOnlyList<SubActivityFigure> SubActivities
)
{
    /// <summary>Progress of the action plan's items.</summary>
    public IReadOnlyList<ActionFigure> Actions { get; init; } = [];
}

/// <param name="Action">Code of the action plan's item.</param>
/// <param name="Progress">Cumulative progress, percent.</param>
/// <param name="Status">One of the form's words for how it goes.</param>
internal sealed record ActionFigure(
    string Action,
    string SubUnit,
    decimal? Progress,
    string? Note = null,
    string? Status = null
)
{
    /// <summary>Cumulative quantity of the output, in the item's unit; null where none is planned or reported.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Quantity { get; init; }
}

/// <summary>An indicator's value in a quarter. Null is absent, never zero.</summary>
internal sealed record IndicatorFigure(
    string Indicator,
    string SubUnit,
    decimal? Value,
    decimal? Numerator = null,
    decimal? Denominator = null,
    string? Text = null,
    string? Supporting = null,
    string? Hindering = null,
    string? Solution = null,
    string? FollowUp = null,
    string? Explanation = null,
    Provenance? Provenance = null
);

/// <param name="Spending">Cumulative spending to the quarter's end, rupiah.</param>
/// <param name="PhysicalPercent">Cumulative physical progress, percent.</param>
/// <param name="Output">Cumulative output in the sub-activity's measure.</param>
/// <param name="Reported">What the sub-unit itself reported, where the finance system's figure took its place.</param>
internal sealed record SubActivityFigure(
    string SubActivity,
    string SubUnit,
    decimal? Spending,
    decimal? PhysicalPercent,
    decimal? Output = null,
    string? Note = null,
    Provenance? Provenance = null,
    decimal? Reported = null
);

/// <summary>Where a figure came from: which report, by whom, when, on what evidence. Codes only, no names.</summary>
/// <param name="Report">Reference of the sub-unit's report.</param>
/// <param name="SubmittedBy">Code of the official.</param>
/// <param name="VerifiedBy">Code of the official.</param>
/// <param name="Evidence">References of the evidence files, for example their SHA-256.</param>
internal sealed record Provenance(
    string Report,
    int Round,
    string? SubmittedBy,
    DateTimeOffset? SubmittedAt,
    string? VerifiedBy,
    DateTimeOffset? VerifiedAt,
    IReadOnlyList<string> Evidence
);
