using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>Rows of webhooks in their table: an office is a partition, and so are the deliveries of a receiver.</summary>
internal static class WebhookKeys
{
    private const string Hook = "hook";

    public static string Office(string unit) => Keys.Join("office", unit);

    public static string Deliveries(string unit, string hook) => Keys.Join("delivery", unit, hook);

    public const string HookPrefix = Hook + "|";

    public static string Of(string hook) => Keys.Join(Hook, hook);

    public static string Cursor(string hook, int year) =>
        Keys.Join("cursor", hook, FormattableString.Invariant($"{year}"));

    /// <summary>The newest comes first.</summary>
    public static string Delivery(int year, long sequence) =>
        FormattableString.Invariant($"{9999 - year:D4}|{9_999_999_999 - sequence:D10}");

    public static string Id(this WebhookRow row)
    {
        return row.RowKey[HookPrefix.Length..];
    }
}
