using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Sakip.Functions.Access;

namespace Sakip.Functions.Hosting;

/// <summary>Headers of every response of the app: nothing is cached unless an endpoint says so, nothing leaks, nothing frames.</summary>
internal sealed class SecurityHeaders(SiteCookies cookies) : IFunctionsWorkerMiddleware
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
            return next(context);
        var isSecure = cookies.IsSecure(http.Request);
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            // Over plain http, on an office computer, browsers would ignore it.
            if (isSecure)
                headers.StrictTransportSecurity = "max-age=31536000";
            if (!headers.ContainsKey("Cache-Control"))
                headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers.ContentSecurityPolicy = Policy;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
