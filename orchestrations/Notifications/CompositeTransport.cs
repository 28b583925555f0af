using Microsoft.Extensions.Logging;
using Sakip.Kernel;

namespace Sakip.Notifications;

/// <summary>
/// Mail is the official way; the others accompany it. What counts is whether the mail was accepted: a companion's
/// failure is logged and not retried, because a retry would send the mail twice.
/// </summary>
internal sealed partial class CompositeTransport(
    IMessageTransport mail,
    IReadOnlyList<IMessageTransport> companions,
    ILogger<CompositeTransport> logger
) : IMessageTransport
{
    public async Task SendAsync(ComposedMessage message, CancellationToken cancellation)
    {
        await mail.SendAsync(message, cancellation);
        foreach (var companion in companions)
        {
            try
            {
                await companion.SendAsync(message, cancellation);
            }
            catch (MessageDeliveryException fault)
            {
                CompanionFailed(logger, companion.GetType().Name, message.DedupeKey, fault.Fault, fault);
            }
        }
    }

    [LoggerMessage(EventIds.TransportFailed, LogLevel.Warning, "{Transport} did not carry {DedupeKey}: {Fault}")]
    private static partial void CompanionFailed(
        ILogger logger,
        string transport,
        string dedupeKey,
        DeliveryFault fault,
        Exception cause
    );
}
