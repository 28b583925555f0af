using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Sakip.Host.Http;

/// <summary>The public address: finds the function of a request and answers as the real host would.</summary>
internal sealed class Front(
    HostSettings settings,
    EndpointDataSource routes,
    FunctionKeys keys,
    WorkGate gate,
    ImmutableArray<TimerFunction> timers,
    ClockEndpoint? clock,
    Forwarding forwarding
) : IAsyncDisposable
{
    /// <summary>The real host's limit on a body, in bytes; beyond it the answer is an empty 500.</summary>
    private const long BodyLimit = 100L * 1024 * 1024;

    private readonly WebApplication _server = Build(settings);
    private int _outstanding;

    /// <summary>Begins to listen; returns the addresses, with the ports that were asked for or given.</summary>
    public async Task<IEnumerable<string>> StartAsync()
    {
        _server.Use(OwnAsync);
        _server.UseRouting();
        _server.Use(_ => AnswerAsync);
        ((IEndpointRouteBuilder)_server).DataSources.Add(routes);
        _server.UseEndpoints(_ => { });
        try
        {
            await _server.StartAsync();
            return _server.Urls;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new StartupRefusedException(
                $"{string.Join(", ", settings.Urls)} is taken: stop what listens there, or set Host__Urls."
            );
        }
    }

    /// <summary>Takes no new requests and waits for those under way.</summary>
    public Task StopAsync(CancellationToken cancellation) => _server.StopAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        forwarding.Dispose();
    }

    private static WebApplication Build(HostSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddSingleton(HostLog.Servers);
        builder.Services.AddRouting(options => RouteOverlap.WithRegex(options));
        var server = builder.Build();
        foreach (var url in settings.Urls)
            server.Urls.Add(url.GetLeftPart(UriPartial.Authority));
        return server;
    }

    // The clock and the timers' bell are the host's own; moving the clock waits for counted work and is none itself.
    private Task OwnAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path;
        if (clock is not null && path == "/.clock")
            return clock.HandleAsync(http);
        if (!path.StartsWithSegments("/admin/functions", out var name) || !name.HasValue)
            return next(http);
        http.Response.StatusCode = Ring(http.Request, name.Value![1..]);
        return Task.CompletedTask;
    }

    // POST with the master key runs a timer function now.
    private int Ring(HttpRequest request, string name)
    {
        if (!keys.Allows(request, AuthorizationLevel.Admin))
            return StatusCodes.Status401Unauthorized;
        if (!HttpMethods.IsPost(request.Method))
            return StatusCodes.Status405MethodNotAllowed;
        var timer = timers.FirstOrDefault(timer => timer.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (timer is null)
            return StatusCodes.Status404NotFound;
        timer.RunNow();
        return StatusCodes.Status202Accepted;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var work = gate.Enter();
        var function = http.GetEndpoint()?.Metadata.GetMetadata<Function>();
        if (function is null)
            await UnmatchedAsync(http);
        else if (!keys.Allows(http.Request, function.Level))
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (http.Request.ContentLength > BodyLimit)
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        else
            await RunAsync(http, function);
    }

    private async Task RunAsync(HttpContext http, Function function)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = BodyLimit;
        try
        {
            if (Interlocked.Increment(ref _outstanding) > settings.MostRequests)
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            else
                await forwarding.ForwardAsync(http, function);
        }
        finally
        {
            Interlocked.Decrement(ref _outstanding);
        }
    }

    // Also a method that the function does not list: the real host has no 405.
    private Task UnmatchedAsync(HttpContext http)
    {
        http.Response.StatusCode =
            http.Request.Path != "/" ? StatusCodes.Status404NotFound
            : settings.IsHomepageDisabled ? StatusCodes.Status204NoContent
            : StatusCodes.Status200OK;
        if (http.Response.StatusCode != StatusCodes.Status200OK)
            return Task.CompletedTask;
        http.Response.ContentType = "text/html; charset=utf-8";
        const string Page = "<!doctype html><title>Functions host</title><p>This function app is running.</p>";
        return http.Response.WriteAsync(Page);
    }
}
