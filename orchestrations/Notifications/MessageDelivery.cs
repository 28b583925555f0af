using Microsoft.Extensions.Logging;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Notifications;

/// <summary>
/// Tries to send a message: again after a failure as its policy says, and given up where people then see it.
/// </summary>
internal sealed partial class MessageDelivery(
    MessageWriter writer,
    IMessageTransport transport,
    TimeProvider clock,
    ILogger<MessageDelivery> log
)
{
    public async Task TryAsync(
        Subject subject,
        MessageRow row,
        OfficePlan plan,
        ApprovalRow? opened,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        try
        {
            var letter = await writer.WriteAsync(subject, row, plan, opened, cancellation);
            await transport.SendAsync(letter, cancellation);
            row.SentAt = now;
            row.NextTryAt = null;
            row.LastError = null;
        }
        catch (ObsoleteMessageException obsolete)
        {
            row.GivenUpAt = now;
            row.IsObsolete = true;
            row.LastError = obsolete.Message;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Postpone(row, Enum.Parse<MessageKind>(row.Kind), failure, now);
        }
    }

    private void Postpone(MessageRow row, MessageKind kind, Exception failure, DateTimeOffset now)
    {
        var fault = failure is MessageDeliveryException delivery ? delivery.Fault : DeliveryFault.Temporary;
        var policy = DeliveryPolicy.For(kind);
        row.Failures++;
        row.Policy = policy.Name;
        row.LastError =
            failure is MessageDeliveryException ? failure.Message : "Kesalahan sistem: " + failure.GetType().Name;
        row.NextTryAt = policy.NextTry(row.Failures, fault, now);
        if (row.NextTryAt is null)
            row.GivenUpAt = now;
        // Where the server itself is the reason, every letter meets it: somebody is told at the first.
        var isAlert =
            row.GivenUpAt is not null
            || (
                row.Failures == 1
                && failure is not MessageDeliveryException { IsOfConnection: false, Fault: not DeliveryFault.Refused }
            );
        if (isAlert)
            LogFailed(row.DedupeKey, row.Failures, row.GivenUpAt is not null, failure);
        else
            LogPostponed(row.DedupeKey, row.Failures, failure);
    }

    [LoggerMessage(
        EventIds.MessageFailed,
        LogLevel.Error,
        "Message {DedupeKey} could not be sent (failure {Failures}, given up: {IsGivenUp})."
    )]
    private partial void LogFailed(string dedupeKey, int failures, bool isGivenUp, Exception failure);

    [LoggerMessage(
        EventIds.MessagePostponed,
        LogLevel.Warning,
        "Message {DedupeKey} could not be sent yet (failure {Failures})."
    )]
    private partial void LogPostponed(string dedupeKey, int failures, Exception failure);
}
