using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Sakip.Functions.Access;
using Sakip.Notifications;

namespace Sakip.Functions.Web.Api;

/// <summary>The API's description, made once.</summary>
internal sealed class OpenApiText(ApiCatalog catalog, IOptions<AppOptions> app)
{
    private readonly Lazy<Task<byte[]>> _json = new(async () =>
        Encoding.UTF8.GetBytes(
            await OpenApiBuilder.Build(catalog, app.Value.BaseUrl!).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1)
        )
    );

    public Task<byte[]> JsonAsync() => _json.Value;
}

/// <summary><c>/openapi.json</c>: everybody may read what can be asked for; asking needs the key.</summary>
internal sealed class DescriptionApi(OpenApiText text)
{
    [Allow(Who.Public)]
    [Function("OpenApiDescription")]
    public async Task<IResult> Describe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request
    )
    {
        var json = await text.JsonAsync();
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(json, "application/json", entityTag: new(Preconditions.TagOf(json)));
    }
}
