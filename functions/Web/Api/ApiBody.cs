using Microsoft.AspNetCore.Http;
using Sakip.Kernel;

namespace Sakip.Functions.Web.Api;

/// <summary>Bodies of requests.</summary>
internal static class ApiBody
{
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class =>
        await request.ReadFromJsonAsync<T>(SakipJson.Incoming, cancellation)
        ?? throw new System.Text.Json.JsonException("The body is null.");
}
