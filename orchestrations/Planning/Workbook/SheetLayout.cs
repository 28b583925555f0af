namespace Sakip.Planning;

internal enum SheetShape
{
    /// <summary>One row to an item.</summary>
    List,

    /// <summary>One row to a field; the columns of the layout are those rows.</summary>
    Form,

    /// <summary>A list whose rows become the entries of a JSON object.</summary>
    Dictionary,
}

/// <summary>A sheet of the plan's workbook: the same description reads, writes, explains and compares it.</summary>
/// <param name="List">JSON path of the list from the plan, or from the parent's item.</param>
internal sealed record SheetLayout(string Name, string List, IReadOnlyList<SheetColumn> Columns)
{
    public const int HeadingRow = 1;
    public const int LastRow = 5_000;

    public string Purpose { get; init; } = "";

    public SheetShape Shape { get; init; }

    /// <summary>The sheet that holds the items to which these belong.</summary>
    public string? Parent { get; init; }

    /// <summary>Columns that tell one row from another, from the first.</summary>
    public int Keys { get; init; } = 1;

    /// <summary>The plan cannot do without rows here.</summary>
    public bool Required { get; init; }

    /// <summary>Without rows there is no list, which is not the same as an empty one.</summary>
    public bool OnlyWithRows { get; init; }

    /// <summary>Objects inside the item that are always there: the fields of their columns begin with their name and a dot.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The part that has the code, and to which rows of other sheets belong; null where that is the item itself.</summary>
    public string? Bearer { get; init; }

    /// <summary>Fields that repeat another one of the item, and need no column of their own.</summary>
    public IReadOnlyList<(string Field, string From)> Repeated { get; init; } = [];

    /// <summary>Rows of the template that show what is meant; left as they are, they are not read.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Examples { get; init; } = [];

    public bool IsForm => Shape == SheetShape.Form;

    /// <summary>The column of the code; -1 where there is none.</summary>
    public int CodeColumn => IndexOf(Bearer is null ? "code" : Bearer + ".code");

    /// <summary>The part of an item in which a field stands, empty for the item itself, and the field's name there.</summary>
    public (string Part, string Field) Within(string field) =>
        Parts.FirstOrDefault(part => field.StartsWith(part + ".", StringComparison.Ordinal)) is { } part
            ? (part, field[(part.Length + 1)..])
            : ("", field);

    /// <summary>The column by its field.</summary>
    public int IndexOf(string field)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Field == field)
                return i;
        }

        return -1;
    }
}
