using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sakip.Kernel;

namespace Sakip.Signing;

/// <summary>
/// Calls the Esign client service v2: one JSON object there, one back, Basic authentication, a time limit, a cap on the
/// answer, and a log line for each attempt that holds sizes and ids and nothing of the payload.
/// </summary>
internal sealed partial class BsreClient(
    HttpClient http,
    BsreOptions options,
    TimeProvider clock,
    ILogger<BsreClient> logger
)
{
    private const int LargestAnswer = 96 * 1024 * 1024;
    private const string Unreachable = "Layanan tanda tangan BSrE tidak dapat dihubungi. Coba lagi beberapa saat lagi.";
    private const string TooSlow = "Layanan tanda tangan BSrE terlalu lama menjawab. Coba lagi beberapa saat lagi.";
    private const string Unreadable =
        "Jawaban layanan tanda tangan BSrE tidak dapat dibaca. Coba lagi beberapa saat lagi.";

    /// <exception cref="BsreFaultException">The service answered with a fault.</exception>
    internal async Task<JsonElement> PostAsync(
        string path,
        JsonObject payload,
        string subject,
        BsreRetry retry,
        TimeSpan timeout,
        CancellationToken cancellationToken
    )
    {
        var delay = options.FirstDelay;
        for (var attempt = 1; ; attempt++)
        {
            var started = clock.GetTimestamp();
            var (answer, failure, canRepeat) = await TryAsync(path, payload, retry, timeout, cancellationToken);
            var outcome = failure is BsreFaultException fault
                ? $"{(int)fault.Fault.Status}/{fault.Fault.Code}"
                : failure?.GetType().Name ?? "200";
            LogAttempt(path, subject, attempt, outcome, clock.GetElapsedTime(started).TotalMilliseconds);
            if (failure is null)
            {
                return answer;
            }

            if (!canRepeat || attempt >= options.Attempts)
            {
                throw failure;
            }

            await Task.Delay(delay, clock, cancellationToken);
            delay *= 2;
        }
    }

    private async Task<(JsonElement Answer, Exception? Failure, bool CanRepeat)> TryAsync(
        string path,
        JsonObject payload,
        BsreRetry retry,
        TimeSpan timeout,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return (await SendAsync(path, payload, either.Token), null, false);
        }
        catch (BsreFaultException e)
        {
            return (default, e, retry == BsreRetry.Reading && (int)e.Fault.Status >= 500);
        }
        catch (HttpRequestException e)
        {
            var nothingSent =
                e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
            return (
                default,
                new SigningServiceDownException(Unreachable, e),
                retry == BsreRetry.Reading || nothingSent
            );
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return (default, new SigningServiceDownException(Unreadable), retry == BsreRetry.Reading);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, new SigningServiceDownException(TooSlow), retry == BsreRetry.Reading);
        }
    }

    private async Task<JsonElement> SendAsync(string path, JsonObject payload, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.BaseAddress, path))
        {
            Content = JsonContent.Create(payload),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", options.BasicCredentials());
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new BsreFaultException(BsreFault.Read(response.StatusCode, body));
        }

        var answer = JsonSerializer.Deserialize<JsonElement>(body);
        return answer.ValueKind != JsonValueKind.Object ? throw new JsonException()
            : answer.TryGetProperty("error", out _)
                ? throw new BsreFaultException(BsreFault.Read(response.StatusCode, body))
            : answer;
    }

    [LoggerMessage(
        EventIds.BsreAnswered,
        LogLevel.Information,
        "BSrE {Path} for {Subject}, attempt {Attempt}: {Outcome} in {Milliseconds} ms, payload ***"
    )]
    private partial void LogAttempt(string path, string subject, int attempt, string outcome, double milliseconds);
}
