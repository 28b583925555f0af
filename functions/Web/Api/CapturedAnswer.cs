using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Sakip.Functions.Web.Api;

/// <summary>An answer as bytes: what a result writes, caught before it is sent.</summary>
internal sealed record CapturedAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
    : IResult
{
    /// <summary>Lets the result write into memory. It sees the request's services and path, and nothing of its body.</summary>
    public static async Task<CapturedAnswer> OfAsync(IResult result, HttpContext http)
    {
        var copy = new DefaultHttpContext
        {
            RequestServices = http.RequestServices,
            RequestAborted = http.RequestAborted,
        };
        (copy.Request.Method, copy.Request.Scheme, copy.Request.Host) = (
            http.Request.Method,
            http.Request.Scheme,
            http.Request.Host
        );
        (copy.Request.Path, copy.Request.QueryString) = (http.Request.Path, http.Request.QueryString);
        using var body = new MemoryStream();
        copy.Response.Body = body;
        await result.ExecuteAsync(copy);
        await copy.Response.CompleteAsync();
        var headers = copy
            .Response.Headers.Where(header => !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        return new CapturedAnswer(copy.Response.StatusCode, [.. headers], body.ToArray());
    }

    public CapturedAnswer With(string header, string value) =>
        this with
        {
            Headers = [.. Headers.Where(one => one.Key != header), KeyValuePair.Create(header, value)],
        };

    /// <summary>The answer without some of its JSON's properties, however deep they stand.</summary>
    public CapturedAnswer Without(IReadOnlyCollection<string> names)
    {
        var isJson = Headers.Any(header =>
            header.Value.Contains("json", StringComparison.OrdinalIgnoreCase)
            && header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
        );
        if (names.Count == 0 || Body.Length == 0 || !isJson || JsonNode.Parse(Body) is not { } json)
            return this;
        return Remove(json, names) ? this with { Body = JsonSerializer.SerializeToUtf8Bytes(json) } : this;
    }

    private static bool Remove(JsonNode? node, IReadOnlyCollection<string> names)
    {
        if (node is JsonArray list)
            return list.Aggregate(false, (any, one) => Remove(one, names) | any);
        if (node is not JsonObject json)
            return false;
        var isChanged = names.Aggregate(false, (any, name) => json.Remove(name) | any);
        return json.Aggregate(isChanged, (any, property) => Remove(property.Value, names) | any);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = new StringValues(value);
        if (Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;
        response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}
