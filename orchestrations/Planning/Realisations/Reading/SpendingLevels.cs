namespace Sakip.Planning;

/// <summary>What a code of a file stands for in the budget in force.</summary>
internal sealed class SpendingLevels
{
    private readonly Dictionary<string, Budget.SubActivity> _subs;
    private readonly HashSet<string> _above;

    public SpendingLevels(Budget budget)
    {
        // Two codes of one budget that differ by a leading zero alone stay two.
        var keys = budget.SubActivities().GroupBy(sub => SpendingCode.Key(sub.Code));
        _subs = keys.SelectMany(group =>
                group.Count() == 1 ? [(group.Key, Sub: group.First())] : group.Select(sub => (Key: sub.Code, Sub: sub))
            )
            .ToDictionary(one => one.Key, one => one.Sub, StringComparer.Ordinal);
        _above = budget
            .Programmes.Select(one => one.Code)
            .Concat(budget.Activities().Select(one => one.Code))
            .Select(SpendingCode.Key)
            .ToHashSet(StringComparer.Ordinal);
        // The finance system's own codes, where the budget was read from its list and calls them otherwise.
        foreach (var (printed, code) in budget.Source?.Codes ?? new Dictionary<string, string>())
        {
            if (_subs.TryGetValue(SpendingCode.Key(code), out var sub))
                _subs.TryAdd(SpendingCode.Key(printed), sub);
            else if (_above.Contains(SpendingCode.Key(code)))
                _above.Add(SpendingCode.Key(printed));
        }

        Depth = _subs.Count == 0 ? 0 : _subs.Keys.Min(SpendingCode.Depth);
    }

    /// <summary>The parts that a code of a sub-activity has at least.</summary>
    public int Depth { get; }

    /// <summary>The code of the sub-activity that a printed code, or its beginning, means; null where it means none.</summary>
    public string? CodeIn(string printed) => SubActivity(printed)?.Code ?? Split(printed)?.Sub.Code;

    public bool IsAbove(string code) => _above.Contains(SpendingCode.Key(code));

    public Budget.SubActivity? SubActivity(string code) =>
        _subs.GetValueOrDefault(code) ?? _subs.GetValueOrDefault(SpendingCode.Key(code));

    /// <summary>The sub-activity and what stands behind its code: "I.A.1.5.1.02" is account 5.1.02 of I.A.1.</summary>
    public (Budget.SubActivity Sub, string Account)? Split(string code)
    {
        if (code.Length > SpendingCode.Longest)
            return null;
        var key = SpendingCode.Key(code);
        for (var at = key.LastIndexOf('.'); at > 0; at = key.LastIndexOf('.', at - 1))
        {
            if (_subs.TryGetValue(key[..at], out var sub))
                return (sub, key[(at + 1)..]);
        }

        return null;
    }
}
