using Sakip.Evaluation;

namespace Sakip.Consistency;

/// <summary>A value of an indicator somewhere in a table.</summary>
/// <param name="Indicator">Name in the agreement (or the first table), whatever the table calls it.</param>
internal sealed record IndicatorFact(
    string Indicator, ColumnRole Role, int Year, decimal Value, string Printed, TableView Table, PrintedRow Row);

/// <summary>A row of the budget table.</summary>
/// <param name="Parent">Index of the row above it in the tree; -1 for programmes.</param>
internal sealed record BudgetFact(
    RowLevel Level, string Number, string Name, decimal Ceiling, decimal? Spent, string Absorption, int Parent);

/// <summary>What a printed report says, gathered once for all rules.</summary>
internal sealed class PrintedFacts
{
    private static readonly ColumnRole[] Measured =
    [
        ColumnRole.Target, ColumnRole.Realisation, ColumnRole.Achievement, ColumnRole.EndTarget, ColumnRole.Progress,
        ColumnRole.Efficiency,
    ];

    public PrintedFacts(PrintedReport report)
    {
        Report = report;
        Tables = report.Sections.SelectMany(section => (section.Blocks ?? []).Where(block => block.Table is not null)
            .Select(block => new TableView(block.Table!, section))).ToList();
        Sentences = Sentence.Of(report);
        InForce = report.Agreements.MaxBy(agreement => agreement.Revision);
        Masters = InForce?.Indicators.Select(row => row.Indicator).ToList() ?? FirstNames();
        Values = Tables.SelectMany(ReadIndicators).ToList();
        BudgetTable = Tables.FirstOrDefault(table =>
            table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling, ColumnRole.Spent)
            && table.Table.Rows.Any(row => row.Level == RowLevel.SubActivity));
        Budget = BudgetTable is null ? [] : ReadBudget(BudgetTable);
        PerformanceTable = Tables.FirstOrDefault(table => table.HasAll(ColumnRole.Programme, ColumnRole.OwnAchievement));
    }

    public PrintedReport Report { get; }

    public IReadOnlyList<TableView> Tables { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public PrintedAgreement? InForce { get; }

    /// <summary>Names of the indicators, as agreed.</summary>
    public IReadOnlyList<string> Masters { get; }

    public IReadOnlyList<IndicatorFact> Values { get; }

    /// <summary>The table with ceilings and spending down to sub-activities.</summary>
    public TableView? BudgetTable { get; }

    public IReadOnlyList<BudgetFact> Budget { get; }

    /// <summary>The table that tells how programmes performed.</summary>
    public TableView? PerformanceTable { get; }

    public IEnumerable<BudgetFact> Programmes => Budget.Where(row => row.Level == RowLevel.Programme);

    public decimal Ceiling => Programmes.Sum(row => row.Ceiling);

    public decimal? Spent => Programmes.Any(row => row.Spent is null) ? null : Programmes.Sum(row => row.Spent);

    /// <summary>A value of the year, from the tables that compare years if any.</summary>
    public decimal? ValueOf(string indicator, ColumnRole role, int year) => Values
        .Where(fact => fact.Indicator == indicator && fact.Role == role && fact.Year == year)
        .OrderByDescending(fact => fact.Table.Columns(role).Count()).Select(fact => (decimal?)fact.Value).FirstOrDefault();

    /// <summary>Realisation / target × 100 of the year, as the tables print them.</summary>
    public decimal? AchievementOf(string indicator, int year) =>
        ValueOf(indicator, ColumnRole.Realisation, year) is { } realisation
        && ValueOf(indicator, ColumnRole.Target, year) is { } target and > 0m
            ? realisation / target * 100m
            : null;

    /// <summary>The agreed name that a table means; null where it means none of them.</summary>
    public string? Resolve(string name, IReadOnlyList<string> others)
    {
        if (Masters.FirstOrDefault(master => Names.Same(master, name)) is { } exact) return exact;
        // A renamed indicator is the one that the table would otherwise lack.
        var open = Masters.Where(master => !others.Any(other => Names.Same(other, master))).ToList();
        return open is [var only] && Names.Likeness(only, name) >= 0.3 ? only : null;
    }

    private List<string> FirstNames() => Tables
        .FirstOrDefault(table => table.HasAll(ColumnRole.Indicator, ColumnRole.Target))?
        .Filled(ColumnRole.Indicator).Where(name => name.Length > 0).Distinct().ToList() ?? [];

    private IEnumerable<IndicatorFact> ReadIndicators(TableView table)
    {
        if (!table.Has(ColumnRole.Indicator)) yield break;
        var names = table.Table.Rows.Select(row => table.Cell(row, ColumnRole.Indicator)).Where(name => name.Length > 0).ToList();
        foreach (var row in table.Table.Rows)
        {
            var name = table.Cell(row, ColumnRole.Indicator);
            if (name.Length == 0 || Resolve(name, names) is not { } indicator) continue;
            for (var i = 0; i < table.Table.Columns.Count; i++)
            {
                var column = table.Table.Columns[i];
                if (!Measured.Contains(column.Role)) continue;
                var printed = TableView.Cell(row, i);
                if (NumberParser.Parse(printed, NumberKind.Percent).Value is not { } value) continue;
                yield return new(indicator, column.Role, column.Year ?? Report.Year, value, printed, table, row);
            }
        }
    }

    private static List<BudgetFact> ReadBudget(TableView table)
    {
        var rows = new List<BudgetFact>();
        int programme = -1, activity = -1;
        foreach (var row in table.Table.Rows.Where(row => row.Level is not (RowLevel.None or RowLevel.Total)))
        {
            if (table.Amount(row, ColumnRole.Ceiling) is not { } ceiling) continue;
            var parent = row.Level switch
            {
                RowLevel.Programme => -1,
                RowLevel.Activity => programme,
                _ => activity,
            };
            if (row.Level == RowLevel.Programme) programme = rows.Count;
            if (row.Level == RowLevel.Activity) activity = rows.Count;
            rows.Add(new(
                row.Level, table.Cell(row, ColumnRole.Number), table.Cell(row, ColumnRole.Programme), ceiling,
                table.Amount(row, ColumnRole.Spent), table.Cell(row, ColumnRole.Absorption), parent));
        }

        return rows;
    }
}
