namespace Sakip.Planning;

/// <summary>What the annual report needs beyond data: registers, texts and deadlines.</summary>
internal sealed record ReportSettings
{
    /// <summary>Last day for the report (two months after the year's end unless extended).</summary>
    public required DateOnly Due { get; init; }

    public required IReadOnlyList<LegalBasis> LegalBases { get; init; }

    /// <summary>Texts by section code, with placeholders such as <c>{{capaian.rb}}</c> for every figure.</summary>
    public required IReadOnlyList<NarrativeText> Narratives { get; init; }

    /// <summary>Supporting tables of indicators, such as Table 3.2 of the reference report.</summary>
    public IReadOnlyList<SupportingTable> SupportingTables { get; init; } = [];

    /// <summary>Statutory functions of the office (Bab I).</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>Strategic issues of the office (Bab I).</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>The Inspectorate's checklist; the standard one of Permenpan-RB 53/2014 where there is none.</summary>
    public IReadOnlyList<ReviewGroup>? ReviewChecklist { get; init; }
}
