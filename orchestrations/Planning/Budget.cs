using System.Text.Json.Serialization;

namespace Sakip.Planning;

/// <summary>
/// One version of the budget tree. Ceilings stand only at sub-activities; programme and activity amounts are always
/// summed, never stored.
/// </summary>
/// <param name="Sequence">0 is the original budget (murni), 1 and on its revisions (perubahan).</param>
/// <param name="Number">Number of the budget document (DPA, DPPA).</param>
/// <param name="Date">Date of the budget document's ratification.</param>
internal sealed record Budget(
    int Sequence,
    string Number,
    DateOnly Date,
    string? LegalBasis,
    IReadOnlyList<Budget.Programme> Programmes
)
{
    /// <summary>Which stage of the year's budgeting it is; null where a plan of an earlier form does not say it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BudgetStage? Stage { get; init; }

    /// <summary>How it was read from the finance system's list; null where it was typed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BudgetSource? Source { get; init; }

    public IEnumerable<Activity> Activities() => Programmes.SelectMany(programme => programme.Activities);

    public IEnumerable<SubActivity> SubActivities() => Activities().SelectMany(activity => activity.SubActivities);

    public decimal Ceiling() => Programmes.Sum(programme => programme.Ceiling());

    /// <param name="Code">Unique in the tree, for example "2.23.02".</param>
    /// <param name="Indicator">The programme's own indicator (Table 3.8).</param>
    /// <param name="Supports">Codes of the objective indicators that the programme supports (Tables 3.7, 3.8).</param>
    /// <param name="AgreementName">Name in the agreement's annex where it differs from the budget's.</param>
    public sealed record Programme(
        string Code,
        string Name,
        string Indicator,
        IReadOnlyList<string> Supports,
        string FundSource,
        IReadOnlyList<Activity> Activities,
        string? AgreementName = null
    )
    {
        public decimal Ceiling() => Activities.Sum(activity => activity.Ceiling());
    }

    public sealed record Activity(string Code, string Name, string Indicator, IReadOnlyList<SubActivity> SubActivities)
    {
        public decimal Ceiling() => SubActivities.Sum(sub => sub.Ceiling);
    }

    /// <param name="SubUnit">Code of the sub-unit that carries it out and reports on it.</param>
    /// <param name="Ceiling">Rupiah.</param>
    /// <param name="Invented">True where the sample made the amount up.</param>
    public sealed record SubActivity(
        string Code,
        string Name,
        string Indicator,
        string SubUnit,
        decimal Ceiling,
        decimal? OutputTarget = null,
        string? OutputMeasure = null,
        bool Invented = false
    );
}

/// <summary>A budget revision as handed in during the year, with the targets that change with it.</summary>
internal sealed record BudgetRevision(
    Budget Budget,
    RevisionReason Reason,
    string Explanation,
    IReadOnlyList<AnnualTarget> TargetChanges
);

/// <summary>
/// Why an agreement is revised (Permenpan-RB 53/2014): a, an official was replaced; b, strategy, programme or budget
/// changed; c, priorities or assumptions changed.
/// </summary>
internal enum RevisionReason
{
    OfficialChanged,
    StrategyOrBudgetChanged,
    PrioritiesChanged,
}
