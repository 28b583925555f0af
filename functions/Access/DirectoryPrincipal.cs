using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Sakip.Access;

namespace Sakip.Functions.Access;

/// <summary>
/// The Entra identity that App Service authentication puts into headers. Anyone can write these headers: they are read only
/// where our setting says so and the host says that it checks them.
/// </summary>
internal sealed class DirectoryPrincipal(IConfiguration configuration, IOptions<AccessOptions> options)
{
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private const int LongestHeader = 32 * 1024;

    public bool IsUsed =>
        options.Value.Entra && bool.TryParse(configuration["WEBSITE_AUTH_ENABLED"], out var isOn) && isOn;

    public Identity? Of(HttpRequest request)
    {
        var header = request.Headers["X-MS-CLIENT-PRINCIPAL"].ToString();
        if (!IsUsed || header.Length is 0 or > LongestHeader)
            return null;
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, buffer, out var length))
            return null;
        try
        {
            using var json = JsonDocument.Parse(buffer.AsMemory(0, length));
            if (json.RootElement.GetProperty("auth_typ").GetString() != "aad")
                return null;
            var ids = json
                .RootElement.GetProperty("claims")
                .EnumerateArray()
                .Where(claim => claim.GetProperty("typ").GetString() is ObjectId or "oid")
                .Select(claim => claim.GetProperty("val").GetString())
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .ToArray();
            return ids is [{ Length: > 0 } id] ? Identity.OfDirectory(id) : null;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
