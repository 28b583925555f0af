namespace Sakip.Reporting;

/// <summary>Lists that read as one sentence.</summary>
internal static class Sentences
{
    /// <summary>A semicolon after each item, "dan" before the last, a full stop at the end.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string> items) =>
        items.Select(
            (item, index) =>
                index switch
                {
                    _ when index == items.Count - 1 => item + ".",
                    _ when index == items.Count - 2 => item + "; dan",
                    _ => item + ";",
                }
        );
}
