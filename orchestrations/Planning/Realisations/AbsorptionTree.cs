namespace Sakip.Planning;

internal enum AbsorptionLevel
{
    Programme,
    Activity,
    SubActivity,
    Total,
}

/// <summary>A line of the budget with what was spent on it by quarter.</summary>
/// <param name="Spending">By quarter; null where nothing is known.</param>
/// <param name="Own">What the sub-unit itself gave last; null where it gave nothing, and on sums.</param>
internal sealed record AbsorptionLine(
    AbsorptionLevel Level,
    string Code,
    string Name,
    string? SubUnit,
    decimal Ceiling,
    IReadOnlyList<decimal?> Spending,
    decimal? Own
)
{
    public decimal? Last => Spending.LastOrDefault(amount => amount is not null);

    /// <summary>Percent of the ceiling; null where there is none or nothing is known.</summary>
    public decimal? Absorption => Ceiling > 0m && Last is { } spent ? spent / Ceiling * 100m : null;

    /// <summary>The finance system's figure less the sub-unit's own; null unless both are known.</summary>
    public decimal? Difference =>
        Level == AbsorptionLevel.SubActivity && Last is { } spent && Own is { } own ? spent - own : null;
}

/// <summary>Sums spending along the tree. A sum is known once any of its parts is.</summary>
internal static class AbsorptionTree
{
    /// <param name="known">What was spent until each quarter's end by sub-activity; null where nothing is known.</param>
    /// <param name="own">The sub-units' own figures for the last quarter that the finance system told of, by code.</param>
    public static IReadOnlyList<AbsorptionLine> Of(
        Budget budget,
        IReadOnlyList<IReadOnlyDictionary<string, decimal>?> known,
        IReadOnlyDictionary<string, decimal> own
    )
    {
        var lines = budget.Programmes.SelectMany(programme => Of(programme, known, own));
        var all = Sum(known, budget.SubActivities());
        return [.. lines, new(AbsorptionLevel.Total, "", "Jumlah", null, budget.Ceiling(), all, null)];
    }

    private static IEnumerable<AbsorptionLine> Of(
        Budget.Programme programme,
        IReadOnlyList<IReadOnlyDictionary<string, decimal>?> known,
        IReadOnlyDictionary<string, decimal> own
    )
    {
        yield return new(
            AbsorptionLevel.Programme,
            programme.Code,
            programme.Name,
            null,
            programme.Ceiling(),
            Sum(known, programme.Activities.SelectMany(activity => activity.SubActivities)),
            null
        );
        foreach (var activity in programme.Activities)
        {
            yield return new(
                AbsorptionLevel.Activity,
                activity.Code,
                activity.Name,
                null,
                activity.Ceiling(),
                Sum(known, activity.SubActivities),
                null
            );
            foreach (var sub in activity.SubActivities)
            {
                yield return new(
                    AbsorptionLevel.SubActivity,
                    sub.Code,
                    sub.Name,
                    sub.SubUnit,
                    sub.Ceiling,
                    Sum(known, [sub]),
                    own.TryGetValue(sub.Code, out var given) ? given : null
                );
            }
        }
    }

    private static decimal?[] Sum(
        IReadOnlyList<IReadOnlyDictionary<string, decimal>?> known,
        IEnumerable<Budget.SubActivity> subs
    )
    {
        var list = subs.ToList();
        return
        [
            .. known.Select(quarter =>
                quarter is null || !list.Any(sub => quarter.ContainsKey(sub.Code))
                    ? (decimal?)null
                    : list.Sum(sub => quarter.TryGetValue(sub.Code, out var spent) ? spent : 0m)
            ),
        ];
    }
}
