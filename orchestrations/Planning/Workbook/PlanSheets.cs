namespace Sakip.Planning;

/// <summary>The sheets of the plan's workbook, in their order: parents stand before what belongs to them.</summary>
internal static class PlanSheets
{
    public static IReadOnlyList<SheetLayout> All { get; } =
    [
        .. OrganisationSheets.All,
        .. StrategySheets.All,
        .. BudgetSheets.All,
        .. LevelSheets.All,
        .. SettingSheets.All,
        .. ReportSheets.All,
    ];

    /// <summary>The sheets of a workbook that hands in a budget revision alone.</summary>
    public static IReadOnlyList<SheetLayout> OfRevision { get; } =
    [BudgetSheets.Versions, BudgetSheets.Revised, BudgetSheets.TargetChanges];

    /// <summary>Sheets whose rows are items of a JSON list, found by the path of that list.</summary>
    public static IEnumerable<SheetLayout> Plain { get; } =
    [.. All.Except(BudgetSheets.All).Where(sheet => sheet.Name != SheetNames.Others)];

    public static SheetLayout Get(string name) => All.First(sheet => sheet.Name == name);
}
