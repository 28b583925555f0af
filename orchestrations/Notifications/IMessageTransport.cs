namespace Sakip.Notifications;

/// <summary>Carries a composed message to its recipient. Sending the same dedupe key again shows nothing twice.</summary>
internal interface IMessageTransport
{
    /// <exception cref="MessageDeliveryException">The message was not accepted; it says whether to try again.</exception>
    Task SendAsync(ComposedMessage message, CancellationToken cancellation);
}
