using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Sakip.Webhooks;

/// <param name="Status">What the receiver answered; null where it did not.</param>
/// <param name="Error">Why it does not count as taken, in words; null where it does.</param>
/// <param name="IsFinal">Trying again would change nothing.</param>
internal sealed record SendResult(int? Status, string? Error, bool IsFinal);

/// <summary>
/// Posts to receivers. The address that a name leads to is looked at when the connection is made, so that a name cannot
/// first lead outside and then inside; redirections are not followed, and of an answer only the status is read.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly WebhookOptions _options;
    private readonly HttpClient _http;

    public WebhookSender(IOptions<WebhookOptions> options)
    {
        _options = options.Value;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = ConnectTimeout,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<SendResult> SendAsync(
        Uri address,
        WebhookEvent told,
        byte[] body,
        string signature,
        CancellationToken cancellation
    )
    {
        if (WebhookAddress.Refuse(address.OriginalString, _options.AllowLoopback) is { } refusal)
            return new(null, refusal, true);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new ByteArrayContent(body),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("SAKIP-Webhook", "1"));
            request.Headers.Add("Sakip-Event", told.Event);
            request.Headers.Add("Sakip-Delivery", told.Id);
            request.Headers.Add(WebhookSignature.Header, signature);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return Judge((int)answer.StatusCode);
        }
        catch (HttpRequestException failure) when (failure.InnerException is ClosedAddressException closed)
        {
            return new(null, closed.Message, true);
        }
        catch (HttpRequestException failure)
        {
            return new(null, Words(failure.HttpRequestError), false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(null, $"Penerima tidak menjawab dalam {_options.Timeout.TotalSeconds:0} detik.", false);
        }
    }

    public void Dispose() => _http.Dispose();

    internal static SendResult Judge(int status) =>
        status switch
        {
            >= 200 and < 300 => new(status, null, false),
            >= 300 and < 400 => new(
                status,
                $"Penerima mengalihkan ke alamat lain (HTTP {status}); pengalihan tidak diikuti.",
                true
            ),
            410 => new(status, "Penerima menyatakan alamat ini tidak dipakai lagi (HTTP 410).", true),
            _ => new(status, $"Penerima menjawab HTTP {status}.", false),
        };

    private static string Words(HttpRequestError error) =>
        error switch
        {
            HttpRequestError.NameResolutionError => "Nama penerima tidak ditemukan.",
            HttpRequestError.ConnectionError => "Penerima tidak dapat dihubungi.",
            HttpRequestError.SecureConnectionError => "Sambungan aman ditolak: periksa sertifikat penerima.",
            _ => "Sambungan ke penerima terputus.",
        };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var isHere = _options.AllowLoopback && context.InitialRequestMessage.RequestUri!.IsLoopback;
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation);
        var open = addresses
            .Where(address => isHere ? IPAddress.IsLoopback(address) : WebhookAddress.IsPublic(address))
            .ToArray();
        // One closed address among open ones is no accident.
        if (open.Length < addresses.Length)
            throw new ClosedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class ClosedAddressException()
        : IOException("Nama penerima menunjuk jaringan dalam; tidak ada yang dikirim.");
}
