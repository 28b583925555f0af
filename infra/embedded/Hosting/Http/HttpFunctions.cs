using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Hosting.Discovery;
using Sakip.Embedded.Hosting.Invocation;

namespace Sakip.Embedded.Hosting.Http;

/// <summary>Answers requests with the app's HTTP functions, in the real host's ways.</summary>
internal sealed class HttpFunctions(
    RouteTable routes,
    FunctionInvoker invoker,
    FunctionKeys keys,
    WorkGate gate,
    ILogger<HttpFunctions> logger)
{
    /// <summary>The real host's limit on a body, in bytes; beyond it the answer is an empty 500.</summary>
    private const long HostBodyLimit = 100L * 1024 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        using var work = gate.Enter();
        if (routes.Find(http) is not var (route, values))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!keys.Allows(http.Request, route.Trigger.AuthLevel))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (http.Request.ContentLength > HostBodyLimit)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }
        LimitChunkedBody(http);
        http.Request.RouteValues = values;
        await InvokeAsync(http, route.Function, values);
    }

    private static void LimitChunkedBody(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Math.Min(limit.MaxRequestBodySize ?? HostBodyLimit, HostBodyLimit);
    }

    private async Task InvokeAsync(HttpContext http, FunctionDescriptor function, RouteValueDictionary values)
    {
        try
        {
            await invoker.InvokeAsync(
                function,
                http.Request,
                invocation =>
                {
                    invocation.Items[FunctionContextExtensions.HttpContextKey] = http;
                    invocation.SetData(values);
                },
                result => WriteAsync(http, result));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            HostLog.Disconnected(logger, function.Name);
        }
        // Whatever a function or its result throws is an empty 500, as on the real host.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            HostLog.FunctionFailed(logger, function.Name, error);
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static Task WriteAsync(HttpContext http, object? result) => result switch
    {
        null => Task.CompletedTask,
        IResult value => value.ExecuteAsync(http),
        IActionResult action => action.ExecuteResultAsync(ActionOf(http)),
        _ => new ObjectResult(result).ExecuteResultAsync(ActionOf(http)),
    };

    private static ActionContext ActionOf(HttpContext http) =>
        new(http, new RouteData(http.Request.RouteValues), new ActionDescriptor());
}
