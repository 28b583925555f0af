namespace Sakip.Planning;

/// <summary>Looks up bands and says what is wrong with a scale.</summary>
internal static class RatingScales
{
    /// <summary>Label families that belong together (Permendagri 86/2017; Sampang; Maluku Tengah).</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Families { get; } =
    [
        ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"],
        ["Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"],
        ["Memuaskan", "Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"],
    ];

    /// <summary>The band of a value, or null where there is nothing to rate.</summary>
    public static RatingBand? Rate(this RatingScale scale, decimal? value) =>
        value is null
            ? null
            : scale
                .Bands.Where(band => band.Above is null || value > band.Above)
                .MaxBy(band => band.Above ?? decimal.MinValue);

    /// <summary>What is wrong with a scale, in Indonesian; empty for a sound one.</summary>
    public static IReadOnlyList<string> Validate(RatingScale scale)
    {
        var faults = new List<string>();
        if (scale.Bands.Count < 2)
            faults.Add("Skala peringkat harus memuat sedikitnya dua pita.");
        var open = scale.Bands.Count(band => band.Above is null);
        if (open == 0)
            faults.Add("Pita terendah tidak boleh mempunyai batas bawah: ada celah di bawahnya.");
        if (open > 1)
            faults.Add("Lebih dari satu pita tanpa batas bawah: pita bertumpang tindih.");
        foreach (var twice in scale.Bands.GroupBy(band => band.Above).Where(g => g.Key is not null && g.Count() > 1))
        {
            faults.Add($"Dua pita mulai di atas {twice.Key:0.##}: pita bertumpang tindih.");
        }

        if (OneFamily(scale.Bands.Select(band => band.Label)) is false)
        {
            faults.Add("Label pita berasal dari lebih dari satu keluarga istilah.");
        }

        return faults;
    }

    /// <summary>
    /// True where all labels stand in one family, false where known labels stand in different ones, null where a label
    /// is an office's own.
    /// </summary>
    public static bool? OneFamily(IEnumerable<string> labels)
    {
        var all = labels.ToList();
        if (Families.Any(family => all.All(label => family.Contains(label, StringComparer.OrdinalIgnoreCase))))
            return true;
        var known = Families.SelectMany(family => family).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all.All(known.Contains) ? false : null;
    }
}
