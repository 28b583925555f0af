using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Reads the codes and names of a list's rows, whichever way its columns have them.</summary>
internal sealed class ListNodes(ListTable table, IReadOnlyList<SheetRow> rows)
{
    private readonly ListTable _table = table;
    private readonly string _field = FieldOfAll(table, rows);

    /// <summary>The columns in which a tree has its codes.</summary>
    public IReadOnlyList<int> CodeColumns() =>
        _table.All(ListRole.Code, ListLevel.None) is { Count: > 0 } codes ? codes
        : _table.All(ListRole.Code) is { Count: > 0 } several ? several
        : [_table.All(ListRole.Name)[0]];

    /// <summary>What a row of a tree stands for; no code where it has none.</summary>
    public ListNode InTree(SheetRow row, SpendingCodes codes)
    {
        var split = ListCodes.Split(codes.Of(row), mayBeShort: true);
        var name = ListCodes.Split(_table.Text(row, ListRole.Name));
        return new ListNode(
            Code(split.Code.Length > 0 ? split.Code : name.Code, row),
            name.Name.Length > 0 && !IsOnlyCode(name, split) ? name.Name : split.Name
        );
    }

    // The one column that there is has both, and its beginning is the code.
    private static bool IsOnlyCode(ListNode name, ListNode split) =>
        name.Name.StartsWith(split.Code + " ", StringComparison.Ordinal);

    /// <summary>What a row says of one level, in columns of that level.</summary>
    public ListNode Of(SheetRow row, ListLevel level)
    {
        var (codes, names) = (_table.All(ListRole.Code, level), _table.At(ListRole.Name, level));
        var code = string.Join(
            '.',
            codes.Select(column => _table.Sheet.Text(row.Number, column)).Where(text => text.Length > 0)
        );
        var name = ListCodes.Split(names == 0 ? "" : _table.Sheet.Text(row.Number, names));
        var split = ListCodes.Split(code, mayBeShort: true);
        var hasOwn = code.Length > 0;
        return new ListNode(
            Code(hasOwn ? (split.Code.Length > 0 ? split.Code : code) : name.Code, row),
            name.Name.Length > 0 ? name.Name : split.Name
        );
    }

    private string Code(string printed, SheetRow row)
    {
        var code = ListCodes.Tidy(printed);
        return code.StartsWith("X.", StringComparison.OrdinalIgnoreCase)
            ? ListCodes.WithField(code, FieldOf(row) is { Length: > 0 } own ? own : _field)
            : code;
    }

    private string FieldOf(SheetRow row) =>
        ListCodes.FieldOf(ListCodes.Tidy(_table.Text(row, ListRole.Field))) is { Length: > 0 } field
            ? field
            : ListCodes.FieldOf(ListCodes.Tidy(_table.Text(row, ListRole.OfficeCode)));

    // Most codes of an office are of its own field of government.
    private static string FieldOfAll(ListTable table, IReadOnlyList<SheetRow> rows)
    {
        var columns = table.All(ListRole.Code).Concat(table.All(ListRole.Name)).Take(8).ToList();
        return rows.SelectMany(row =>
                    columns.Select(column => ListCodes.Split(table.Sheet.Text(row.Number, column)).Code)
                )
                .Where(ListCodes.IsNational)
                .Select(ListCodes.FieldOf)
                .Where(field => field.Length > 0)
                .GroupBy(field => field)
                .MaxBy(group => group.Count())
                ?.Key
            ?? "";
    }
}
