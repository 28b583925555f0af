using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>Where an office's state changes are told. Its secret is kept sealed and shown once, when it is made.</summary>
internal sealed class WebhookRow : Row
{
    public string Url { get; set; } = "";

    /// <summary>The topics that are told, separated by spaces.</summary>
    public string Topics { get; set; } = "";

    public string Secret { get; set; } = "";

    /// <summary>The secret before; deliveries are signed with both until then, so that the receiver can change over.</summary>
    public string? FormerSecret { get; set; }

    public DateTimeOffset? FormerUntil { get; set; }
    public string CreatedBy { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Up to which entry of a year's audit chain deliveries were begun.</summary>
internal sealed class WebhookCursorRow : Row
{
    public long Sequence { get; set; }
}

internal enum DeliveryState
{
    Waiting,
    Delivered,

    /// <summary>Refused for good, or not accepted after the last try.</summary>
    Failed,
}

/// <summary>One change told to one receiver.</summary>
internal sealed class WebhookDeliveryRow : Row
{
    public string Event { get; set; } = "";
    public int Year { get; set; }
    public long Sequence { get; set; }
    public string State { get; set; } = nameof(DeliveryState.Waiting);

    /// <summary>How often it was sent again by hand.</summary>
    public int Round { get; set; }

    public int Tries { get; set; }
    public int? Status { get; set; }
    public string? Error { get; set; }
    public DateTimeOffset At { get; set; }
    public DateTimeOffset? TriedAt { get; set; }
}

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
