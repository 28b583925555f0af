using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Sakip.Storage;

namespace Sakip.Functions;

/// <summary>Style sheets and scripts, vendored and embedded.</summary>
public sealed class Assets
{
    private const string Prefix = "Sakip.Functions.Assets.";

    private readonly FrozenDictionary<string, (byte[] Content, string Type, EntityTagHeaderValue Tag)> _files = Load();

    [Function("Asset")]
    public IResult Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "aset/{name}")] HttpRequest request, string name)
    {
        if (!_files.TryGetValue(name, out var file)) return Results.NotFound();
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Bytes(file.Content, file.Type, entityTag: file.Tag);
    }

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

    private static FrozenDictionary<string, (byte[], string, EntityTagHeaderValue)> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                var content = copy.ToArray();
                return (content, TypeOf(name), new EntityTagHeaderValue($"\"{BlobVault.HashOf(content)[..16]}\""));
            });
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
