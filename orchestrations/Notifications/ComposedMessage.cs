namespace Sakip.Notifications;

/// <param name="MessageId">Value of the Message-ID header without angle brackets; one per dedupe key.</param>
/// <param name="Html">The same content as <paramref name="Text"/>, with nothing loaded from elsewhere.</param>
internal sealed record ComposedMessage(
    string DedupeKey,
    string MessageId,
    MessageKind Kind,
    Recipient To,
    string Subject,
    string Text,
    string Html,
    DateTimeOffset At,
    Uri? Link = null
);
