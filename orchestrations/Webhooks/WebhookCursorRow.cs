using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>Up to which entry of a year's audit chain deliveries were begun.</summary>
internal sealed class WebhookCursorRow : Row
{
    public long Sequence { get; set; }
}
