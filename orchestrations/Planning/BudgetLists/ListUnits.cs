namespace Sakip.Planning;

/// <summary>Who carries out the sub-activities of a list, and what its programmes support.</summary>
internal sealed class ListUnits
{
    private readonly BudgetListImport _import;
    private readonly Dictionary<string, string> _units;
    private readonly HashSet<string> _indicators;
    private readonly string? _only;

    public ListUnits(BudgetListImport import, OfficePlan plan)
    {
        _import = import;
        _units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var unit in plan.SubUnits)
        {
            _units.TryAdd(SheetTable.Plain(unit.Code), unit.Code);
            _units.TryAdd(SheetTable.Plain(unit.Name), unit.Code);
        }

        _only = plan.SubUnits.Count == 1 ? plan.SubUnits[0].Code : null;
        _indicators = [.. PlanRules.Indicators(plan)];
    }

    /// <summary>Those that are neither remembered nor said in the file.</summary>
    public List<OpenNode> Open { get; } = [];

    /// <returns>The sub-unit's code; nothing while nobody has chosen one.</returns>
    public string Of(ListRow row, string? known)
    {
        var own = Chosen(ListAsked.UnitOfSub(row.Sub.Code));
        var sure = Known(row.SubUnit) ?? own ?? (known is null ? null : Known(known)) ?? _only;
        if (sure is not null && own is null)
            return sure;
        var carrier = row.Carrier.Length > 0 ? row.Carrier : row.SubUnit;
        Open.Add(new OpenNode(row.Programme, row.Activity, row.Sub, carrier));
        return own
            ?? Chosen(ListAsked.UnitOfActivity(row.Activity.Code))
            ?? (carrier.Length == 0 ? null : Chosen(ListAsked.UnitOfCarrier(carrier)))
            ?? Chosen(ListAsked.UnitOfProgramme(row.Programme.Code))
            ?? Known(carrier)
            ?? "";
    }

    /// <summary>What a programme supports by this page or this file; null where neither says it.</summary>
    public IReadOnlyList<string>? Supports(string programme, string? inFile)
    {
        var given = _import.Of(ListAsked.Supports(programme)) ?? inFile;
        return given is null
            ? null
            :
            [
                .. given
                    .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Where(_indicators.Contains),
            ];
    }

    private string? Chosen(string asked) => _import.Of(asked) is { } code ? Known(code) : null;

    private string? Known(string text) => text.Length == 0 ? null : _units.GetValueOrDefault(SheetTable.Plain(text));
}
