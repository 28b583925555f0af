using Sakip.Notifications.Texts;

namespace Sakip.Notifications;

internal static class MessageComposer
{
    /// <summary>The whole message in Indonesian, as plain text and as HTML.</summary>
    /// <param name="messageIdDomain">Right-hand side of the Message-ID.</param>
    public static ComposedMessage Compose(MessageRequest request, string messageIdDomain = MessageKeys.LocalDomain)
    {
        var text = MessageTexts.For(request.Kind, new MessageFacts(request));
        return new ComposedMessage
        {
            DedupeKey = request.DedupeKey,
            MessageId = MessageKeys.MessageId(request.DedupeKey, messageIdDomain),
            Kind = request.Kind,
            To = request.To,
            Subject = text.Subject,
            Text = PlainLayout.Render(request, text),
            Html = HtmlLayout.Render(request, text),
            At = request.At,
            Link = request.Link,
        };
    }
}
