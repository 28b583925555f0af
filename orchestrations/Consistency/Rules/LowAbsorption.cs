using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-AG-06: money left over needs a word, above all where the output is complete.</summary>
internal static class LowAbsorption
{
    public const decimal Gap = 20m;

    public static bool NeedsExplanation(decimal absorption, decimal? output, decimal threshold) =>
        absorption < threshold || output is >= 100m && absorption < output - Gap;

    public static Contradiction Contradiction(
        string name,
        decimal absorption,
        decimal? output,
        decimal threshold,
        IReadOnlyList<string> where
    )
    {
        var low = absorption < threshold;
        return new(
            "K-AG-06",
            low
                ? $"Serapan \"{name}\" di bawah {IndonesianNumber.Number(threshold, 0)}% tanpa penjelasan."
                : $"Serapan \"{name}\" lebih dari {IndonesianNumber.Number(Gap, 0)} poin di bawah capaian keluarannya tanpa penjelasan.",
            where,
            "Jelaskan penyebab serapan rendah.",
            IndonesianNumber.Percent(absorption, 2),
            low ? IndonesianNumber.Percent(threshold, 0) : IndonesianNumber.Percent(output!.Value, 0),
            IndonesianNumber.Number((low ? threshold : output!.Value) - absorption, 2) + " poin"
        );
    }
}
