namespace Sakip.Storage;

/// <summary>
/// The key by which a machine makes the request that is being answered; it goes with the request's flow. What is done so
/// stands in the audit trail with the key's name, and one key does not act on both sides of a four-eyes step.
/// </summary>
internal static class ActingKey
{
    private static readonly AsyncLocal<string?> Kept = new();

    /// <summary>Name of the key, or a part of its hash; null for people and for what the app does by itself.</summary>
    public static string? Current
    {
        get => Kept.Value;
        set => Kept.Value = value;
    }

    /// <summary>Whether the key that acts now is the one that acted then.</summary>
    public static bool IsAgain(string? key) => Current is { } current && current == key;

    /// <summary>The place that an entry of the audit trail names: the client's address and the key.</summary>
    public static string? With(string? where) =>
        (where, Current) switch
        {
            (_, null) => where,
            (null, var key) => $"kunci {key}",
            var (address, key) => $"{address}, kunci {key}",
        };
}
