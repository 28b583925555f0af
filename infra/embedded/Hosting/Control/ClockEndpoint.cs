using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Sakip.Embedded.Clock;

namespace Sakip.Embedded.Hosting.Control;

/// <summary>
/// <c>GET /.clock</c> tells where the virtual clock stands; <c>POST /.clock {"until": instant}</c> moves it by one
/// step. Served to this machine alone, and never on the real clock.
/// </summary>
internal sealed class ClockEndpoint(ClockSteps steps)
{
    /// <summary>How long a step waits, in real time, for running work before it gives up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task HandleAsync(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.WriteAsJsonAsync(steps.Read(), http.RequestAborted);
        }
        else if (HttpMethods.IsPost(http.Request.Method))
        {
            await StepAsync(http);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
    }

    private async Task StepAsync(HttpContext http)
    {
        if (await UntilAsync(http.Request) is not { } until)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "The body must be {\"until\": instant}.");
            return;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await http.Response.WriteAsJsonAsync(await steps.StepAsync(until, patience.Token), http.RequestAborted);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, $"Work still runs after {Patience}.");
        }
    }

    private static async Task<DateTimeOffset?> UntilAsync(HttpRequest request)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<Move>(request.Body, JsonSerializerOptions.Web);
            return body?.Until;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string reason)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(reason);
    }

    private sealed record Move(DateTimeOffset? Until);
}
