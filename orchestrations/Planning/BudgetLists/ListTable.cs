using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>A table of a file that lists a budget: its headings, and which of its columns hold what.</summary>
internal sealed class ListTable
{
    private readonly Dictionary<(ListRole Role, ListLevel Level), List<int>> _columns;

    private ListTable(SpendingSheet sheet, SpendingBlock block)
    {
        (Sheet, Block) = (sheet, block);
        _columns = block
            .Headings.Select(heading => (What: ListHeading.Of(heading), heading.Column))
            .GroupBy(one => one.What)
            .ToDictionary(group => group.Key, group => group.Select(one => one.Column).ToList());
    }

    public SpendingSheet Sheet { get; }

    public SpendingBlock Block { get; }

    /// <summary>The lines above the headings.</summary>
    public IReadOnlyList<string> Titles =>
        [
            .. Sheet
                .Rows.Where(row => row.Number < Block.First)
                .Select(row => string.Join(' ', row.Cells.Select(cell => SpendingSheet.OneLine(cell.Text))))
                .Where(text => text.Length is > 0 and <= 300),
        ];

    /// <summary>True where each row names its programme and activity beside its sub-activity.</summary>
    public bool IsFlat => At(ListRole.Code, ListLevel.SubActivity) > 0 || At(ListRole.Name, ListLevel.SubActivity) > 0;

    /// <returns>Null where the sheet has no headings of such a table.</returns>
    public static ListTable? Of(SpendingSheet sheet)
    {
        ListTable? found = null;
        SpendingBlock.Find(
            sheet,
            block =>
            {
                found = new ListTable(sheet, block);
                return found.HasCodes && found.All(ListRole.Ceiling).Count > 0;
            }
        );
        return found is { HasCodes: true } && found.All(ListRole.Ceiling).Count > 0 ? found : null;
    }

    /// <summary>The first column of what is asked for; 0 where there is none.</summary>
    public int At(ListRole role, ListLevel level) =>
        _columns.TryGetValue((role, level), out var columns) ? columns[0] : 0;

    /// <summary>The columns of a role, whatever the level that their headings name.</summary>
    public IReadOnlyList<int> All(ListRole role) =>
        [.. _columns.Where(one => one.Key.Role == role).SelectMany(one => one.Value).Order()];

    /// <summary>The columns of one role and level: codes may be split over several.</summary>
    public IReadOnlyList<int> All(ListRole role, ListLevel level) => _columns.GetValueOrDefault((role, level)) ?? [];

    /// <summary>What stands in the first column of a role; nothing where there is none.</summary>
    public string Text(SheetRow row, ListRole role) =>
        All(role) is [var column, ..] ? Sheet.Text(row.Number, column) : "";

    public CellPlace Place(int? row, int column) =>
        new(
            Sheet.Name,
            row,
            column > 0 ? CellAddress.Letters(column) : null,
            column > 0 && Block.At(column).Text is { Length: > 0 } heading ? heading : null
        );

    private bool HasCodes => All(ListRole.Code).Count > 0 || All(ListRole.Name).Count > 0;
}
