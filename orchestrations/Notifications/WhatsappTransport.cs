using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sakip.Notifications;

/// <summary>
/// Sends a template message through a WhatsApp gateway, to those who agreed to it; others are passed over. Codes never
/// go this way: they prove a mailbox. A gateway that honours the Idempotency-Key shows a repeated message once.
/// </summary>
/// <param name="http">A client that does not follow redirections, which would carry the token elsewhere.</param>
internal sealed class WhatsappTransport(HttpClient http, WhatsappOptions options) : IMessageTransport
{
    private const int LongestAnswer = 64 * 1024;

    public async Task SendAsync(ComposedMessage message, CancellationToken cancellation)
    {
        if (!Reaches(message))
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var request = Request(message);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            Check(answer.StatusCode);
            await CheckAcceptanceAsync(answer.Content, limit.Token);
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException
                || (fault is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            throw new MessageDeliveryException(DeliveryFault.Temporary, "Gerbang WhatsApp tidak menjawab.", fault);
        }
    }

    /// <summary>Whether the message may and can go by WhatsApp at all.</summary>
    public static bool Reaches(ComposedMessage message) =>
        message.To is { WhatsappConsent: true, Whatsapp.Length: > 0 } && !message.Kind.IsCode();

    private HttpRequestMessage Request(ComposedMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint)
        {
            Content = JsonContent.Create(WhatsappMessage.From(message, options), options: JsonSerializerOptions.Web),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        request.Headers.Add("Idempotency-Key", message.MessageId);
        return request;
    }

    private static void Check(HttpStatusCode status)
    {
        switch ((int)status)
        {
            case >= 200 and < 300:
                return;
            case 408 or 425 or 429 or >= 500:
                throw new MessageDeliveryException(
                    DeliveryFault.Temporary,
                    $"Gerbang WhatsApp belum dapat menerima pesan (HTTP {(int)status})."
                );
            case 400 or 404 or 422:
                throw new MessageDeliveryException(
                    DeliveryFault.RecipientRefused,
                    $"Gerbang WhatsApp menolak nomor atau pesan (HTTP {(int)status})."
                );
            default:
                throw new MessageDeliveryException(
                    DeliveryFault.Refused,
                    $"Gerbang WhatsApp menolak permintaan kita (HTTP {(int)status})."
                );
        }
    }

    private static async Task CheckAcceptanceAsync(HttpContent content, CancellationToken cancellation)
    {
        await content.LoadIntoBufferAsync(LongestAnswer, cancellation);
        try
        {
            var answer = await content.ReadFromJsonAsync<WhatsappAnswer>(JsonSerializerOptions.Web, cancellation);
            if (answer?.Messages is [{ Id.Length: > 0 }, ..])
            {
                return;
            }
        }
        catch (JsonException)
        {
            // Some proxies answer 200 with a page of their own: no acceptance either.
        }

        throw new MessageDeliveryException(
            DeliveryFault.Temporary,
            "Gerbang WhatsApp menjawab tanpa menyatakan pesan diterima."
        );
    }

    private sealed record WhatsappAnswer(IReadOnlyList<AcceptedMessage>? Messages);

    private sealed record AcceptedMessage(string? Id);
}
