namespace Sakip.Planning;

internal static class SpendingText
{
    private const int MostListed = 12;

    /// <summary>"3, 4, 5 dan 7 lainnya".</summary>
    public static string List<T>(IReadOnlyCollection<T> items) =>
        string.Join(", ", items.Take(MostListed))
        + (items.Count > MostListed ? $" dan {items.Count - MostListed} lainnya" : "");
}
