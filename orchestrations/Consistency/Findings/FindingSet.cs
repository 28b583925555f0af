namespace Sakip.Consistency;

/// <summary>A finding since its first check.</summary>
internal sealed record FoundFinding(
    Finding Finding,
    DateTimeOffset FoundAt,
    DateTimeOffset? FixedAt = null,
    string? Before = null
);

/// <summary>What all checks of a subject found, those that are fixed included.</summary>
internal sealed record FindingSet(IReadOnlyList<FoundFinding> Findings)
{
    public static FindingSet Empty { get; } = new([]);

    /// <summary>
    /// After another check: what it no longer found is fixed; what it found with other values than before is a new
    /// finding that names the old one, so that what was said about the old values does not count for the new ones.
    /// </summary>
    public FindingSet After(IReadOnlyList<Finding> found, DateTimeOffset at)
    {
        var now = found.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        var known = Findings
            .Where(one => now.Contains(one.Finding.Id))
            .ToDictionary(one => one.Finding.Id, StringComparer.Ordinal);
        var gone = Findings
            .Where(one => !now.Contains(one.Finding.Id))
            .Select(one => one.FixedAt is null ? one with { FixedAt = at } : one)
            .ToList();
        var current = found
            .DistinctBy(finding => finding.Id)
            .Select(finding =>
                known.GetValueOrDefault(finding.Id) is { } one
                    ? one with
                    {
                        Finding = finding,
                        FixedAt = null,
                    }
                    : new FoundFinding(finding, at, null, Earlier(gone, finding))
            );
        return new([.. current, .. gone]);
    }

    private static string? Earlier(List<FoundFinding> gone, Finding finding) =>
        gone.Where(one => one.Finding.Topic == finding.Topic).MaxBy(one => one.FixedAt)?.Finding.Id;
}
