using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Sakip.Functions.Access;
using Sakip.Functions.Pages.Components;

namespace Sakip.Functions;

/// <summary>Style sheets, scripts and pictures.</summary>
public sealed class Assets
{
    [Allow(Who.Public)]
    [Function("Asset")]
    public static IResult Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "aset/{name}")] HttpRequest request, string name)
    {
        if (AssetFiles.Find(name) is not { } file) return Results.NotFound();
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = request.Query["v"] == file.Tag ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        headers.Vary = "Accept-Encoding";
        var isSmall = request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (isSmall) headers.ContentEncoding = "gzip";
        return Results.Bytes(
            isSmall ? file.Compressed : file.Content, file.Type,
            entityTag: new EntityTagHeaderValue($"\"{file.Tag}{(isSmall ? "-gz" : "")}\""));
    }

    [Allow(Who.Public)]
    [Function("Home")]
    public static IResult Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{root:maxlength(0)?}")] HttpRequest request) =>
        Results.Content(
            "<!DOCTYPE html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>SAKIP</title>"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<link rel=\"stylesheet\" href=\"/aset/pico.min.css\"></head><body><main class=\"container\"><h1>SAKIP</h1>"
            + "<p>Sistem Akuntabilitas Kinerja Instansi Pemerintah. Bukalah tautan pada pesan yang Anda terima.</p>"
            + "</main></body></html>",
            "text/html; charset=utf-8");
}
