namespace Sakip.Host.Control;

/// <summary><c>GET /.clock</c> tells where the virtual clock stands, to a browser as a page; <c>POST /.clock {"until":
/// instant}</c> moves it by one step, and the page's form by as many as its button says. Served to this machine alone,
/// and never on the real clock.</summary>
internal sealed class ClockEndpoint(ClockSteps steps, VirtualClock clock, DurableEngine engine)
{
    /// <summary>How long a step waits, in real time, for running work before it gives up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Stands in the page's forms: what is posted without it was not made from the page.</summary>
    private readonly string _mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public async Task HandleAsync(HttpContext http)
    {
        var request = http.Request;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            if (!IsOwn(http))
                http.Response.StatusCode = StatusCodes.Status404NotFound;
            else if (HttpMethods.IsGet(request.Method) && AsksForPage(request))
                await PageAsync(http, 200);
            else if (HttpMethods.IsGet(request.Method))
                await http.Response.WriteAsJsonAsync(steps.Read());
            else if (!HttpMethods.IsPost(request.Method))
                http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            else if (TypeOf(request) == "application/x-www-form-urlencoded")
                await MoveAsync(http, patience.Token);
            else
                await StepAsync(http, patience.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            await PageAsync(
                http,
                503,
                "Jam belum sampai ke tujuan karena masih ada pekerjaan yang berjalan. Tekan tombolnya sekali lagi."
            );
        }
    }

    // From this machine, by a name of this machine as browsers write it, not passed on by a proxy (one that says nothing
    // of itself speaks HTTP/1.0), and not sent by another site's page: those bear another origin, or "null".
    private static bool IsOwn(HttpContext http)
    {
        var (request, remote) = (http.Request, http.Connection.RemoteIpAddress);
        if (remote is not null && !IPAddress.IsLoopback(remote))
            return false;
        if (request.Protocol == "HTTP/1.0" || request.Headers.Keys.Any(IsOfProxy))
            return false;
        if (request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
            return false;
        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            && request.Headers.Origin.ToString() is var origin
            && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host.Value}");
    }

    private static bool IsOfProxy(string header) =>
        header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.ToUpperInvariant() is "FORWARDED" or "VIA" or "X-REAL-IP";

    private static string TypeOf(HttpRequest request) => (request.ContentType ?? "").Split(';')[0].Trim();

    private static bool AsksForPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private Task PageAsync(HttpContext http, int status, string? problem = null)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = ClockPage.ContentSecurityPolicy;
        var page = ClockPage.Write(clock.GetUtcNow(), engine.NextDeadline(), clock.IsHeld, _mark, problem);
        return http.Response.WriteAsync(page);
    }

    private async Task MoveAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (form["penanda"] != _mark)
        {
            await PageAsync(http, 403, "Halaman ini sudah lama. Tekan tombolnya sekali lagi.");
            return;
        }
        if (Target(form["maju"].ToString(), form["sampai"].ToString()) is not { } until)
        {
            await PageAsync(http, 400, "Pilih salah satu tombol, atau isi tanggal setelah tanggal sekarang.");
            return;
        }
        while (!(await steps.StepAsync(until, cancellation)).Reached)
        {
            // The clock stops at every due instant on the way.
        }
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = "/.clock";
    }

    private DateTimeOffset? Target(string button, string day)
    {
        var now = clock.GetUtcNow();
        var isDay = DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date);
        return button switch
        {
            "jam" => now.AddHours(1),
            "hari" => now.AddDays(1),
            // The sweeps come by themselves and often; what a person waits for is a deadline.
            "tenggat" => engine.NextDeadline() ?? now.AddDays(1),
            "tanggal" when isDay && ClockPage.Morning(date) > now => ClockPage.Morning(date),
            _ => null,
        };
    }

    private async Task StepAsync(HttpContext http, CancellationToken cancellation)
    {
        if (await UntilAsync(http.Request, cancellation) is { } until)
        {
            await http.Response.WriteAsJsonAsync(await steps.StepAsync(until, cancellation), cancellation);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        const string Needed = "The body must be {\"until\": instant}, of type application/json.";
        await http.Response.WriteAsync(Needed, cancellation);
    }

    private static async Task<DateTimeOffset?> UntilAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return TypeOf(request) != "application/json"
                ? null
                : (await request.ReadFromJsonAsync<Move>(JsonSerializerOptions.Web, cancellation))?.Until;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Move(DateTimeOffset? Until);
}
