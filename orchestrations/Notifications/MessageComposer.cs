using Sakip.Notifications.Texts;

namespace Sakip.Notifications;

internal static class MessageComposer
{
    /// <summary>The whole message in Indonesian, as plain text and as HTML.</summary>
    /// <param name="messageIdDomain">Right-hand side of the Message-ID.</param>
    public static ComposedMessage Compose(MessageRequest request, string messageIdDomain = MessageKeys.LocalDomain)
    {
        var text = MessageTexts.For(request.Kind, new MessageFacts(request));
        return new ComposedMessage(
            request.DedupeKey,
            MessageKeys.MessageId(request.DedupeKey, messageIdDomain),
            request.Kind,
            request.To,
            text.Subject,
            PlainLayout.Render(request, text),
            HtmlLayout.Render(request, text),
            request.At,
            request.Link
        );
    }
}
