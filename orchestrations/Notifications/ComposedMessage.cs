namespace Sakip.Notifications;

internal sealed record ComposedMessage
{
    public required string DedupeKey { get; init; }

    /// <summary>Value of the Message-ID header without angle brackets; one per dedupe key.</summary>
    public required string MessageId { get; init; }

    public required MessageKind Kind { get; init; }

    public required Recipient To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>The same content as <see cref="Text"/>, with nothing loaded from elsewhere.</summary>
    public required string Html { get; init; }

    public required DateTimeOffset At { get; init; }

    public Uri? Link { get; init; }
}
