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
