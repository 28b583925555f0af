using Sakip.Storage;

namespace Sakip.Webhooks;

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
