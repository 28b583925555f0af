using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Embedded.Hosting.Http;
using Sakip.Embedded.Hosting.Timers;

namespace Sakip.Embedded.Hosting.Control;

/// <summary><c>POST /admin/functions/{Name}</c> with the master key runs a timer function now.</summary>
internal sealed class AdminEndpoint(TimerFunctions timers, FunctionKeys keys)
{
    public Task HandleAsync(HttpContext http, string name)
    {
        http.Response.StatusCode = Answer(http.Request, name);
        return Task.CompletedTask;
    }

    private int Answer(HttpRequest request, string name)
    {
        if (!keys.Allows(request, AuthorizationLevel.Admin)) return StatusCodes.Status401Unauthorized;
        if (!HttpMethods.IsPost(request.Method)) return StatusCodes.Status405MethodNotAllowed;
        if (timers.Find(name) is not { } timer) return StatusCodes.Status404NotFound;
        timer.RunNow();
        return StatusCodes.Status202Accepted;
    }
}
