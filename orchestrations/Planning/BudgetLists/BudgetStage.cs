namespace Sakip.Planning;

/// <summary>A stage of a year's budgeting. A shift moves money without the region's budget being amended.</summary>
internal enum BudgetStage
{
    /// <summary>Murni.</summary>
    Original,

    /// <summary>Pergeseran, before or after the amendment.</summary>
    Shift,

    /// <summary>Perubahan.</summary>
    Amendment,
}

/// <summary>Where a budget version was read from, so that the next file of the kind is read alike.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Column">The column of ceilings, by the path of its headings.</param>
/// <param name="Part">The part of the file that is this office's; null for all of it.</param>
/// <param name="Codes">Codes as printed there, where the budget calls the same thing by another.</param>
internal sealed record BudgetSource(
    string File,
    string Column,
    string? Part = null,
    IReadOnlyDictionary<string, string>? Codes = null
);

/// <summary>Names the stages in the order in which a year has them.</summary>
internal static class BudgetStages
{
    /// <param name="versions">The year's versions from the original on; the last one is named.</param>
    public static string Name(IReadOnlyList<Budget> versions)
    {
        var named = versions[^1];
        return named switch
        {
            { Sequence: 0 } => "Murni",
            { Stage: BudgetStage.Shift } => Shift(versions),
            { Stage: BudgetStage.Amendment } => versions.Count(one => one.Stage == BudgetStage.Amendment)
                is > 1
                    and var n
                ? $"Perubahan ke-{n}"
                : "Perubahan",
            _ => $"Perubahan ke-{named.Sequence}",
        };
    }

    private static string Shift(IReadOnlyList<Budget> versions)
    {
        var amended = versions.ToList().FindLastIndex(IsAmended);
        var number = versions.Skip(amended + 1).Count(one => one.Stage == BudgetStage.Shift);
        return $"Pergeseran ke-{number}" + (amended < 0 ? "" : " setelah perubahan");
    }

    // A revision of an earlier form, which says no stage, was an amendment.
    private static bool IsAmended(Budget version) =>
        version.Sequence > 0 && version.Stage is null or BudgetStage.Amendment && version.Sequence > 0;
}
