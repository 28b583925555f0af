namespace Sakip.Consistency;

/// <summary>A row of the budget table.</summary>
internal sealed record BudgetFact
{
    public required RowLevel Level { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required decimal Ceiling { get; init; }

    public required decimal? Spent { get; init; }

    public required string Absorption { get; init; }

    /// <summary>Index of the row above it in the tree; -1 for programmes.</summary>
    public required int Parent { get; init; }

    public decimal? Share => Ceiling > 0m && Spent is not null ? Spent / Ceiling * 100m : null;
}

/// <summary>The money of a printed report: the table with ceilings and spending as deep as a table has them.</summary>
internal sealed class BudgetFacts
{
    private readonly ILookup<string, BudgetFact> _byName;
    private readonly ILookup<decimal, BudgetFact> _byAmount;

    public BudgetFacts(IReadOnlyList<TableView> tables)
    {
        Table =
            Down(tables, RowLevel.SubActivity) ?? Down(tables, RowLevel.Activity) ?? Down(tables, RowLevel.Programme);
        Rows = Table is null ? [] : Read(Table);
        Programmes = Rows.Where(row => row.Level == RowLevel.Programme).ToList();
        Ceiling = Programmes.Sum(row => row.Ceiling);
        // The sum of nothing is not a realisation of 0.
        Spent =
            Programmes.Count == 0 || Programmes.Any(row => row.Spent is null) ? null : Programmes.Sum(row => row.Spent);
        _byName = Rows.ToLookup(row => Names.Normalise(row.Name), StringComparer.Ordinal);
        _byAmount = Rows.SelectMany(row =>
                new[] { row.Ceiling, row.Spent ?? row.Ceiling }.Distinct().Select(amount => (amount, row))
            )
            .OrderBy(pair => pair.row.Level)
            .ToLookup(pair => pair.amount, pair => pair.row);
        LongNames =
        [
            .. Rows.Select(row => (Normal: Names.Normalise(row.Name), Row: row))
                .DistinctBy(pair => pair.Normal)
                .OrderByDescending(pair => pair.Normal.Length),
        ];
    }

    public TableView? Table { get; }

    public IReadOnlyList<BudgetFact> Rows { get; }

    public IReadOnlyList<BudgetFact> Programmes { get; }

    public decimal Ceiling { get; }

    public decimal? Spent { get; }

    public decimal? Share => Ceiling > 0m && Spent is not null ? Spent / Ceiling * 100m : null;

    private IReadOnlyList<(string Normal, BudgetFact Row)> LongNames { get; }

    /// <summary>The row of a name; where a programme and its activity share it, the upper one.</summary>
    public BudgetFact? Find(string name) => _byName[Names.Normalise(name)].FirstOrDefault();

    public IEnumerable<BudgetFact> All(string name) => _byName[Names.Normalise(name)];

    /// <summary>Rows that own an amount as ceiling or spending, upper levels first.</summary>
    public IReadOnlyList<BudgetFact> Owners(decimal amount) => [.. _byAmount[amount]];

    /// <summary>The row whose whole name a normalised text contains, the longest name first.</summary>
    public BudgetFact? In(string normal) =>
        LongNames
            .FirstOrDefault(pair => pair.Normal.Length > 8 && normal.Contains(pair.Normal, StringComparison.Ordinal))
            .Row;

    private static TableView? Down(IReadOnlyList<TableView> tables, RowLevel level) =>
        tables.FirstOrDefault(table =>
            table.HasAll(ColumnRole.Programme, ColumnRole.Ceiling, ColumnRole.Spent)
            && table.Table.Rows.Any(row => row.Level == level)
        );

    private static List<BudgetFact> Read(TableView table)
    {
        var rows = new List<BudgetFact>();
        int programme = -1,
            activity = -1;
        foreach (var row in table.Table.Rows.Where(row => row.Level is not (RowLevel.None or RowLevel.Total)))
        {
            if (table.Amount(row, ColumnRole.Ceiling) is not { } ceiling)
                continue;
            var parent = row.Level switch
            {
                RowLevel.Programme => -1,
                RowLevel.Activity => programme,
                _ => activity,
            };
            if (row.Level == RowLevel.Programme)
                programme = rows.Count;
            if (row.Level == RowLevel.Activity)
                activity = rows.Count;
            rows.Add(
                new()
                {
                    Level = row.Level,
                    Number = table.Cell(row, ColumnRole.Number),
                    Name = table.Cell(row, ColumnRole.Programme),
                    Ceiling = ceiling,
                    Spent = table.Amount(row, ColumnRole.Spent),
                    Absorption = table.Cell(row, ColumnRole.Absorption),
                    Parent = parent,
                }
            );
        }

        return rows;
    }
}
