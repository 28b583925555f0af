namespace Sakip.Notifications;

/// <param name="Code">The official's code in the plan; it is what logs and rows name.</param>
/// <param name="Whatsapp">Number in international form, digits only; used only with consent.</param>
internal sealed record Recipient(
    string Code,
    string Name,
    string Email,
    string? Whatsapp = null,
    bool WhatsappConsent = false
);

/// <param name="DedupeKey">
/// Names the message for good: the same key is the same message, however often it is sent. A new code is a new
/// message, so its key carries the code's number.
/// </param>
/// <param name="At">When the message is made; its Date header.</param>
/// <param name="Facts">
/// Small named strings for the text (<see cref="FactNames"/>), dates as ISO, never a secret. A missing one shortens
/// the text.
/// </param>
/// <param name="Link">The bearer's personal link, if the message asks for something.</param>
/// <param name="Code">The code that the message carries, for the two kinds that carry one.</param>
internal sealed record MessageRequest(
    MessageKind Kind,
    string DedupeKey,
    DateTimeOffset At,
    Recipient To,
    string Office,
    int Year,
    IReadOnlyDictionary<string, string> Facts,
    Uri? Link = null,
    string? Code = null
);

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
