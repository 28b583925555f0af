using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Sakip.Notifications;

/// <summary>
/// Hands a message to the mail server over TLS. Accepted is sent: only a crash between the server's acceptance and the
/// caller's own mark can send it again, and then with the same Message-ID, by which mailboxes recognise it.
/// </summary>
internal sealed class SmtpTransport(SmtpOptions server, MailOptions options) : IMessageTransport
{
    public async Task SendAsync(ComposedMessage message, CancellationToken cancellation)
    {
        var mime = MimeMessages.From(message, options);
        using var client = new SmtpClient { Timeout = (int)server.Timeout.TotalMilliseconds };
        if (server.CertificateSha256 is { } pinned)
        {
            client.ServerCertificateValidationCallback = Pinned(pinned);
        }

        // MailKit's own timeout does not cover every asynchronous wait.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(server.Timeout);
        try
        {
            await DeliverAsync(client, mime, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MessageDeliveryException(DeliveryFault.Temporary, "Server surel tidak menjawab pada waktunya.")
            {
                IsOfConnection = true,
            };
        }
        catch (Exception fault) when (Classify(fault) is { } kind)
        {
            throw new MessageDeliveryException(kind, Describe(kind, fault), fault)
            {
                IsOfConnection =
                    fault is not SmtpCommandException { ErrorCode: not SmtpErrorCode.UnexpectedStatusCode },
            };
        }
    }

    private async Task DeliverAsync(SmtpClient client, MimeMessage mime, CancellationToken cancellation)
    {
        var security =
            server.Security == SmtpSecurity.Tls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await client.ConnectAsync(server.Host, server.Port, security, cancellation);
        if (server.User is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, server.Password ?? "", cancellation);
        }

        await client.SendAsync(mime, cancellation);
        await TakeLeaveAsync(client, cancellation);
    }

    private static async Task TakeLeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception fault) when (fault is IOException or ProtocolException or OperationCanceledException)
        {
            // The message is accepted; how the connection ends changes nothing.
        }
    }

    private static DeliveryFault? Classify(Exception fault) =>
        fault switch
        {
            SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 } =>
                DeliveryFault.Temporary,
            SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } => DeliveryFault.RecipientRefused,
            SmtpCommandException or AuthenticationException or SslHandshakeException => DeliveryFault.Refused,
            NotSupportedException => DeliveryFault.Refused,
            ProtocolException or IOException or SocketException or TimeoutException => DeliveryFault.Temporary,
            ServiceNotConnectedException => DeliveryFault.Temporary,
            _ => null,
        };

    private static string Describe(DeliveryFault kind, Exception fault)
    {
        var code = fault is SmtpCommandException command ? $" (SMTP {(int)command.StatusCode})" : "";
        return kind switch
        {
            DeliveryFault.Temporary => $"Server surel belum dapat menerima surat{code}.",
            DeliveryFault.RecipientRefused => $"Server surel menolak alamat penerima{code}.",
            _ => $"Server surel menolak sambungan atau surat kita{code}.",
        };
    }

    private static RemoteCertificateValidationCallback Pinned(string sha256) =>
        (_, certificate, _, _) =>
            certificate is not null
            && string.Equals(
                certificate.GetCertHashString(HashAlgorithmName.SHA256),
                sha256,
                StringComparison.OrdinalIgnoreCase
            );
}
