using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>
/// A report as printed: headings, paragraphs, lists and tables with the meaning of their columns.
/// </summary>
internal sealed record PrintedReport
{
    public required string Title { get; init; }
    public required string Office { get; init; }
    public required int Year { get; init; }

    /// <summary>The strategic plan that the report stands on.</summary>
    public PrintedPeriod? Period { get; init; }

    public required IReadOnlyList<PrintedSection> Sections { get; init; }

    /// <summary>Table of contents; empty where the report has none or it is generated.</summary>
    public IReadOnlyList<PrintedEntry> Contents { get; init; } = [];

    public IReadOnlyList<PrintedEntry> TableList { get; init; } = [];

    /// <summary>Annexed agreements; the one with the highest revision is in force.</summary>
    public IReadOnlyList<PrintedAgreement> Agreements { get; init; } = [];

    public IReadOnlyList<PrintedStaffTarget> StaffTargets { get; init; } = [];
    public IReadOnlyList<PrintedOfficial> Officials { get; init; } = [];

    /// <summary>Annexes that the report says it has.</summary>
    public IReadOnlyList<string> AnnexesListed { get; init; } = [];

    /// <summary>Annexes that it does have.</summary>
    public IReadOnlyList<string> Annexes { get; init; } = [];

    /// <summary>Paragraphs of last year's report, where known.</summary>
    public IReadOnlyList<string> LastYearParagraphs { get; init; } = [];
}

internal sealed record PrintedPeriod(string Name, int StartYear, int EndYear);

/// <param name="Number">Table number, in a list of tables.</param>
internal sealed record PrintedEntry(string Title, string? Number = null, string? Page = null);

/// <param name="Level">1 for chapters.</param>
internal sealed record PrintedSection(
    string Heading,
    int Level,
    SectionKind Kind = SectionKind.Other,
    IReadOnlyList<PrintedBlock>? Blocks = null
);

/// <summary>One of the three: a paragraph, a list or a table.</summary>
internal sealed record PrintedBlock(
    string? Paragraph = null,
    IReadOnlyList<string>? List = null,
    PrintedTable? Table = null
);

/// <param name="Continues">The next part of the table of the same number.</param>
internal sealed record PrintedTable(
    IReadOnlyList<PrintedColumn> Columns,
    IReadOnlyList<PrintedRow> Rows,
    string? Number = null,
    string? Caption = null,
    bool Continues = false
);

/// <param name="Year">The year that the column is about; null for the report's.</param>
internal sealed record PrintedColumn(string Heading, ColumnRole Role = ColumnRole.Other, int? Year = null);

/// <param name="Cells">As printed; empty where a merged cell above goes on.</param>
internal sealed record PrintedRow(IReadOnlyList<string> Cells, RowLevel Level = RowLevel.None);

/// <param name="SignedOn">Date of signing.</param>
/// <param name="BudgetDate">Date of the budget document, where known.</param>
internal sealed record PrintedAgreement(
    int Revision,
    DateOnly SignedOn,
    IReadOnlyList<PrintedTarget> Indicators,
    IReadOnlyList<PrintedAmount> Programmes,
    string? Total = null,
    string? Place = null,
    DateOnly? BudgetDate = null
);

/// <param name="Polarity">Null where the report does not say it; its printed achievements tell it then.</param>
internal sealed record PrintedTarget(string? Objective, string Indicator, string Target, Polarity? Polarity = null);

internal sealed record PrintedAmount(string? Number, string Name, string Amount, string? Fund = null);

internal sealed record PrintedStaffTarget(string Indicator, string Target);

internal sealed record PrintedOfficial(string Name, string Post, string? Nip, string Where);

internal enum RowLevel
{
    None,
    Programme,
    Activity,
    SubActivity,
    Total,
}

/// <summary>What a column's heading says that it holds.</summary>
internal enum ColumnRole
{
    Other,
    Number,
    Goal,
    Objective,
    Indicator,
    Measure,
    Target,
    Realisation,
    Achievement,
    EndTarget,
    Progress,
    Programme,
    ProgrammeIndicator,
    OwnAchievement,
    Support,
    Ceiling,
    Spent,
    Absorption,
    Efficiency,
    Interval,
    Label,
    Colour,
    Analysis,
    Solution,
    Item,
    Value,
    Fund,
}

/// <summary>Sections that regulation and practice know; order is the order in the report.</summary>
internal enum SectionKind
{
    Other,
    Preface,
    ReviewStatement,
    ExecutiveSummary,
    Contents,
    TableList,
    Introduction,
    Background,
    Organisation,
    StrategicIssues,
    LegalBasis,
    Outline,
    Planning,
    StrategicPlan,
    AnnualPlan,
    Agreement,
    Accountability,
    Results,
    Comparison,
    LastYear,
    SeveralYears,
    PlanEnd,
    Benchmark,
    Causes,
    Efficiency,
    Programmes,
    Budget,
    Closing,
    Annex,
    Cover,
}
