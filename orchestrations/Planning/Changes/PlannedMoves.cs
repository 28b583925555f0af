using System.Text.Json;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Two budgets that differ in who carries sub-activities out, and in nothing else of the tree.</summary>
internal static class PlannedMoves
{
    /// <summary>The budget's revision in a JSON file; null where the file is none.</summary>
    public static BudgetRevision? RevisionIn(byte[] file)
    {
        try
        {
            return SakipJson.Read<BudgetRevision>(file) is { Budget: not null } revision ? revision : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The moves; none where anything else differs, too.</returns>
    public static IReadOnlyList<MovedSubActivity> Of(Budget before, Budget after)
    {
        var old = before.SubActivities().ToList();
        var now = after.SubActivities().ToList();
        var isSameTree =
            before.Programmes.Select(one => one.Code).SequenceEqual(after.Programmes.Select(one => one.Code))
            && old.Select(one => one with { SubUnit = "" }).SequenceEqual(now.Select(one => one with { SubUnit = "" }));
        return isSameTree
            ?
            [
                .. old.Zip(now)
                    .Where(pair => pair.First.SubUnit != pair.Second.SubUnit)
                    .Select(pair => new MovedSubActivity(pair.Second.Code, pair.Second.SubUnit)),
            ]
            : [];
    }
}
