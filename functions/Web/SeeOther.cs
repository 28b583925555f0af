using Microsoft.AspNetCore.Http;

namespace Sakip.Functions.Web;

/// <summary>303: after a POST that succeeded, to the page that shows its result.</summary>
internal sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
