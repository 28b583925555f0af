using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine;

namespace Sakip.Embedded.Hosting.Control;

/// <summary>
/// <c>GET /.clock</c> tells where the virtual clock stands, to a browser as a page; <c>POST /.clock {"until": instant}</c>
/// moves it by one step, and the page's form by as many as its button says. Served to this machine alone, and never on
/// the real clock.
/// </summary>
internal sealed class ClockEndpoint(ClockSteps steps, VirtualClock clock, DurableEngine engine)
{
    /// <summary>How long a step waits, in real time, for running work before it gives up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task HandleAsync(HttpContext http)
    {
        if (!IsLocal(http))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (HttpMethods.IsGet(http.Request.Method))
        {
            await ShowAsync(http);
        }
        else if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else if (http.Request.HasFormContentType)
        {
            await MoveAsync(http);
        }
        else
        {
            await StepAsync(http);
        }
    }

    // From this machine, by an address of this machine, not passed on by a proxy and not sent by another site's page.
    private static bool IsLocal(HttpContext http)
    {
        var (request, remote) = (http.Request, http.Connection.RemoteIpAddress);
        if (remote is not null && !IPAddress.IsLoopback(remote)) return false;
        if (request.Headers.ContainsKey("X-Forwarded-For") || request.Headers.ContainsKey("Forwarded")) return false;
        var host = request.Host.Host.Trim('[', ']');
        if (host != "localhost" && !(IPAddress.TryParse(host, out var named) && IPAddress.IsLoopback(named)))
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin is "" or "null"
            || (Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Authority == request.Host.Value);
    }

    private Task ShowAsync(HttpContext http)
    {
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            return http.Response.WriteAsJsonAsync(steps.Read(), http.RequestAborted);
        return PageAsync(http, StatusCodes.Status200OK, null);
    }

    private Task PageAsync(HttpContext http, int status, string? problem)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = ClockPage.ContentSecurityPolicy;
        return http.Response.WriteAsync(
            ClockPage.Write(steps.Read().Now, Deadline(), clock.IsHeld, problem), http.RequestAborted);
    }

    private async Task MoveAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Target(form["maju"].ToString(), form["sampai"].ToString()) is not { } until)
        {
            await PageAsync(
                http,
                StatusCodes.Status400BadRequest,
                "Pilih salah satu tombol, atau isi tanggal setelah tanggal sekarang.");
            return;
        }

        using var patience = Limit(http);
        try
        {
            while (!(await steps.StepAsync(until, patience.Token)).Reached)
            {
                // The clock stops at every due instant on the way.
            }

            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = "/.clock";
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            await PageAsync(
                http, StatusCodes.Status503ServiceUnavailable,
                "Jam belum sampai ke tujuan karena masih ada pekerjaan yang berjalan. Tekan tombolnya sekali lagi.");
        }
    }

    /// <summary>Where a button or a date leads; null where nowhere.</summary>
    private DateTimeOffset? Target(string button, string day)
    {
        var now = clock.GetUtcNow();
        return button switch
        {
            "jam" => now.AddHours(1),
            "hari" => now.AddDays(1),
            "tenggat" => Deadline() ?? now.AddDays(1),
            "tanggal"
                when DateOnly.TryParseExact(
                    day,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date)
                    && ClockPage.Morning(date) is var morning
                    && morning > now => morning,
            _ => null,
        };
    }

    // The sweeps come by themselves and often; what a person waits for is a deadline.
    private DateTimeOffset? Deadline() => engine.NextDeadline();

    private async Task StepAsync(HttpContext http)
    {
        if (await UntilAsync(http.Request) is not { } until)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "The body must be {\"until\": instant}.");
            return;
        }
        using var patience = Limit(http);
        try
        {
            await http.Response.WriteAsJsonAsync(await steps.StepAsync(until, patience.Token), http.RequestAborted);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, $"Work still runs after {Patience}.");
        }
    }

    private static CancellationTokenSource Limit(HttpContext http)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        return patience;
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
