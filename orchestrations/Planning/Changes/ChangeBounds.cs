namespace Sakip.Planning;

/// <summary>How much one change may bring, so that no request keeps the office's pages waiting.</summary>
internal static class ChangeBounds
{
    /// <summary>Of each list; no office has as many sub-units, and what is more comes in a second change.</summary>
    public const int MostEntries = 200;

    public static void Check(ChangeCall call, Faults faults)
    {
        foreach (var (path, count) in Lists(call))
        {
            faults.Require(
                count is null or <= MostEntries,
                path,
                $"Daftar ini memuat {count} isian, paling banyak {MostEntries}. Bagi menjadi beberapa perubahan."
            );
        }
    }

    private static IEnumerable<(string Path, int? Count)> Lists(ChangeCall call) =>
        call switch
        {
            OrganisationCall organisation =>
            [
                ("$.begun", organisation.Begun?.Count),
                ("$.ended", organisation.Ended?.Count),
                ("$.moves", organisation.Moves?.Count),
                ("$.indicators", organisation.Indicators?.Count),
            ],
            OfficialCall official => [("$.successors", official.Successors?.Count), ("$.roles", official.Roles?.Count)],
            StrategicCall strategic => [("$.replaces", strategic.Replaces?.Count)],
            _ => [],
        };
}
