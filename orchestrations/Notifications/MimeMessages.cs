using MimeKit;
using MimeKit.Text;

namespace Sakip.Notifications;

/// <summary>A composed message as MIME; the same message gives the same bytes.</summary>
internal static class MimeMessages
{
    /// <exception cref="MessageDeliveryException">The recipient's address is not a mail address.</exception>
    public static MimeMessage From(ComposedMessage message, MailOptions options)
    {
        var mime = new MimeMessage
        {
            Subject = message.Subject,
            Date = message.At,
            MessageId = MessageKeys.MessageId(message.DedupeKey, options.MessageIdDomain),
            Body = Body(message),
        };
        mime.From.Add(new MailboxAddress(options.FromName, options.FromAddress));
        mime.To.Add(Mailbox(message.To));
        mime.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mime.Headers.Add("X-Auto-Response-Suppress", "All");
        return mime;
    }

    private static MultipartAlternative Body(ComposedMessage message) =>
        new(Part(TextFormat.Plain, message.Text), Part(TextFormat.Html, message.Html))
        {
            Boundary =
                "=_" + message.MessageId[..Math.Min(32, message.MessageId.IndexOf('@', StringComparison.Ordinal))],
        };

    private static TextPart Part(TextFormat format, string text) =>
        new(format) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    private static MailboxAddress Mailbox(Recipient to)
    {
        if (
            MailboxAddress.TryParse(to.Email, out var mailbox)
            && mailbox.Address.Contains('@', StringComparison.Ordinal)
        )
        {
            return new MailboxAddress(to.Name, mailbox.Address);
        }

        throw new MessageDeliveryException(
            DeliveryFault.RecipientRefused,
            $"Alamat surel {to.Code} bukan alamat yang sah."
        );
    }
}
