using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>A value of an indicator somewhere in a table.</summary>
internal sealed record IndicatorFact
{
    /// <summary>Name in the agreement (or the first table), whatever the table calls it.</summary>
    public required string Indicator { get; init; }

    public required ColumnRole Role { get; init; }

    public required int Year { get; init; }

    public required decimal Value { get; init; }

    public required string Printed { get; init; }

    public required TableView Table { get; init; }

    public required PrintedRow Row { get; init; }
}

/// <summary>What a printed report says, gathered once for all rules.</summary>
internal sealed class PrintedFacts
{
    private static readonly ColumnRole[] Measured =
    [
        ColumnRole.Target,
        ColumnRole.Realisation,
        ColumnRole.Achievement,
        ColumnRole.EndTarget,
        ColumnRole.Progress,
        ColumnRole.Efficiency,
    ];

    private readonly ILookup<(string Indicator, ColumnRole Role, int Year), IndicatorFact> _values;
    private readonly Dictionary<(string Indicator, ColumnRole Role, int Year), decimal?> _usual;
    private readonly Dictionary<string, IndicatorFormula> _formulas;

    public PrintedFacts(PrintedReport printed)
    {
        var report = ReportRoles.Fill(printed);
        Report = report;
        Tables = report
            .Sections.SelectMany(section =>
                (section.Blocks ?? [])
                    .Where(block => block.Table is not null)
                    .Select(block => new TableView(block.Table!, section))
            )
            .ToList();
        var sentences = Sentence.Of(report);
        Sentences = sentences
            .Where(sentence => sentence.Section.Kind is not (SectionKind.Annex or SectionKind.Cover))
            .ToList();
        AnnexSentences = sentences.Where(sentence => sentence.Section.Kind == SectionKind.Annex).ToList();
        InForce = report.Agreements.MaxBy(agreement => agreement.Revision);
        Masters = InForce?.Indicators.Select(row => row.Indicator).Distinct().ToList() ?? FirstNames();
        Values = Tables.SelectMany(ReadIndicators).ToList();
        _values = Values
            .OrderByDescending(fact => fact.Table.Columns(fact.Role).Count())
            .ToLookup(fact => (fact.Indicator, fact.Role, fact.Year));
        _usual = _values.ToDictionary(
            group => group.Key,
            group => (decimal?)group.GroupBy(fact => fact.Value).MaxBy(same => same.Count())!.Key
        );
        _formulas = Masters.ToDictionary(master => master, FormulaOf, StringComparer.Ordinal);
        Money = new BudgetFacts(Tables);
        PerformanceTable = Tables.FirstOrDefault(table =>
            table.HasAll(ColumnRole.Programme, ColumnRole.OwnAchievement)
        );
        Objectives = InForce
            ?.Indicators.Select(row => row.Objective)
            .OfType<string>()
            .DistinctBy(Names.Normalise)
            .ToList()
            is { Count: > 0 } agreed
            ? agreed
            : Tables
                .FirstOrDefault(table => table.HasAll(ColumnRole.Objective, ColumnRole.Indicator))
                ?.Filled(ColumnRole.Objective)
                .Where(name => name.Length > 0)
                .DistinctBy(Names.Normalise)
                .ToList()
                ?? [];
        Mentions = new IndicatorMentions(this);
    }

    public PrintedReport Report { get; }

    public IReadOnlyList<TableView> Tables { get; }

    /// <summary>What the report says; annexes are documents of their own.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    public IReadOnlyList<Sentence> AnnexSentences { get; }

    public PrintedAgreement? InForce { get; }

    /// <summary>Names of the indicators, as agreed.</summary>
    public IReadOnlyList<string> Masters { get; }

    /// <summary>Statements of the objectives, as agreed.</summary>
    public IReadOnlyList<string> Objectives { get; }

    public IReadOnlyList<IndicatorFact> Values { get; }

    public BudgetFacts Money { get; }

    public IndicatorMentions Mentions { get; }

    /// <summary>The table that tells how programmes performed.</summary>
    public TableView? PerformanceTable { get; }

    public TableView? BudgetTable => Money.Table;

    public IReadOnlyList<BudgetFact> Budget => Money.Rows;

    public IReadOnlyList<BudgetFact> Programmes => Money.Programmes;

    public decimal Ceiling => Money.Ceiling;

    public decimal? Spent => Money.Spent;

    public IEnumerable<IndicatorFact> ValuesOf(string indicator, ColumnRole role, int year) =>
        _values[(indicator, role, year)];

    /// <summary>A value of the year, as most tables have it.</summary>
    public decimal? ValueOf(string indicator, ColumnRole role, int year) =>
        _usual.GetValueOrDefault((indicator, role, year));

    /// <summary>The achievement of the year, computed from what the tables print.</summary>
    public decimal? AchievementOf(string indicator, int year) =>
        ValueOf(indicator, ColumnRole.Realisation, year) is { } realisation
        && ValueOf(indicator, ColumnRole.Target, year) is { } target
            ? Achievement(indicator, target, realisation)
            : null;

    public decimal? Achievement(string indicator, decimal target, decimal realisation) =>
        _formulas[indicator].Compute(target, realisation);

    public bool LowerIsBetter(string indicator) => _formulas[indicator].LowerIsBetter;

    /// <summary>The agreed name that a table means; null where it means none of them.</summary>
    public string? Resolve(string name, IReadOnlyList<string> others)
    {
        if (Masters.FirstOrDefault(master => Names.Same(master, name)) is { } exact)
            return exact;
        // A renamed indicator is the one that the table would otherwise lack.
        var open = Masters.Where(master => !others.Any(other => Names.Same(other, master))).ToList();
        if (open is [var only])
            return Names.Likeness(only, name) >= 0.3 ? only : null;
        return open.Find(master => Names.Likeness(master, name) >= 0.75);
    }

    private List<string> FirstNames() =>
        Tables
            .FirstOrDefault(table => table.HasAll(ColumnRole.Indicator, ColumnRole.Target))
            ?.Filled(ColumnRole.Indicator)
            .Where(name => name.Length > 0)
            .DistinctBy(Names.Normalise)
            .ToList()
        ?? [];

    private IndicatorFormula FormulaOf(string indicator) =>
        IndicatorFormula.Of(
            Values
                .Where(fact => fact.Indicator == indicator && fact.Role == ColumnRole.Achievement)
                .Select(fact =>
                    (
                        Target: ValueOf(indicator, ColumnRole.Target, fact.Year),
                        Actual: ValueOf(indicator, ColumnRole.Realisation, fact.Year),
                        fact.Printed
                    )
                )
                .Where(row => row.Target is not null && row.Actual is not null)
                .Select(row => (row.Target!.Value, row.Actual!.Value, row.Printed))
                .ToList(),
            InForce?.Indicators.FirstOrDefault(row => row.Indicator == indicator)?.Polarity
        );

    private IEnumerable<IndicatorFact> ReadIndicators(TableView table)
    {
        if (!table.Has(ColumnRole.Indicator))
            yield break;
        var names = table
            .Table.Rows.Select(row => table.Cell(row, ColumnRole.Indicator))
            .Where(name => name.Length > 0)
            .ToList();
        foreach (var row in table.Table.Rows)
        {
            var name = table.Cell(row, ColumnRole.Indicator);
            if (name.Length == 0 || Resolve(name, names) is not { } indicator)
                continue;
            for (var i = 0; i < table.Table.Columns.Count; i++)
            {
                var column = table.Table.Columns[i];
                if (!Measured.Contains(column.Role))
                    continue;
                var printed = TableView.Cell(row, i);
                if (TableView.Number(printed, NumberKind.Percent) is not { } value)
                    continue;
                yield return new()
                {
                    Indicator = indicator,
                    Role = column.Role,
                    Year = column.Year ?? Report.Year,
                    Value = value,
                    Printed = printed,
                    Table = table,
                    Row = row,
                };
            }
        }
    }
}
