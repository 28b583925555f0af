namespace Sakip.Webhooks;

internal enum DeliveryState
{
    Waiting,
    Delivered,

    /// <summary>Refused for good, or not accepted after the last try.</summary>
    Failed,
}
