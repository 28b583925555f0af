using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Sakip.Functions.Access;
using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Web;

/// <summary>Style sheets, scripts and pictures.</summary>
internal sealed class AssetPages
{
    [Allow(Who.Public)]
    [Function("Asset")]
    public static IResult Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "aset/{name}")] HttpRequest request,
        string name
    )
    {
        if (AssetFiles.Find(name) is not { } file)
            return Results.NotFound();
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl =
            request.Query["v"] == file.Tag ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        headers.Vary = "Accept-Encoding";
        var isSmall = request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (isSmall)
            headers.ContentEncoding = "gzip";
        return Results.Bytes(
            isSmall ? file.Compressed : file.Content,
            file.Type,
            entityTag: new EntityTagHeaderValue($"\"{file.Tag}{(isSmall ? "-gz" : "")}\"")
        );
    }
}
