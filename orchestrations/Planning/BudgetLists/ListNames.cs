namespace Sakip.Planning;

/// <summary>
/// The codes under which the nodes of a list stand in the budget in force. A node whose code is unknown there and whose
/// name is that of exactly one other is that one: an office that counted its own programmes goes on doing so.
/// </summary>
internal sealed class ListNames
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    private ListNames() { }

    /// <summary>Codes as printed, with what the budget calls them; those alone that differ.</summary>
    public IReadOnlyDictionary<string, string> Codes => _codes;

    public static ListNames Of(IReadOnlyList<ListRow> rows, ListMemory memory)
    {
        var names = new ListNames();
        var current = memory.Current;
        names.Match(
            rows.Select(row => row.Programme),
            [.. current.Programmes.Select(one => new ListNode(one.Code, one.Name))],
            memory
        );
        names.Match(
            rows.Select(row => row.Activity),
            [.. current.Activities().Select(one => new ListNode(one.Code, one.Name))],
            memory
        );
        names.Match(
            rows.Select(row => row.Sub),
            [.. current.SubActivities().Select(one => new ListNode(one.Code, one.Name))],
            memory
        );
        return names;
    }

    /// <summary>The code in the budget of a code that is printed.</summary>
    public string Of(string printed) => _codes.GetValueOrDefault(printed, printed);

    private void Match(IEnumerable<ListNode> printed, IReadOnlyList<ListNode> standing, ListMemory memory)
    {
        var byKey = standing
            .DistinctBy(one => SpendingCode.Key(one.Code))
            .ToDictionary(one => SpendingCode.Key(one.Code));
        var nodes = printed.DistinctBy(one => one.Code).ToList();
        var taken = nodes.Select(one => SpendingCode.Key(one.Code)).Where(byKey.ContainsKey).ToHashSet();
        var free = standing
            .Where(one => !taken.Contains(SpendingCode.Key(one.Code)))
            .GroupBy(one => SheetTable.Plain(one.Name))
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Code);
        var unknown = nodes.Where(one => !byKey.ContainsKey(SpendingCode.Key(one.Code))).ToList();
        var named = unknown.ToLookup(one => SheetTable.Plain(one.Name));
        foreach (var node in nodes)
        {
            var name = SheetTable.Plain(node.Name);
            if (byKey.TryGetValue(SpendingCode.Key(node.Code), out var same))
                Put(node.Code, same.Code);
            else if (memory.CodeOf(node.Code) is { } told)
                Put(node.Code, told);
            else if (name.Length > 0 && named[name].Count() == 1 && free.TryGetValue(name, out var code))
                Put(node.Code, code);
        }
    }

    private void Put(string printed, string code)
    {
        if (printed != code)
            _codes[printed] = code;
    }
}
