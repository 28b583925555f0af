using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Sakip.Access;

namespace Sakip.Functions.Access;

/// <summary>The key of a machine's request, which the host has checked.</summary>
/// <param name="Name">What the audit trail calls it: the office that it is for, or a part of its hash.</param>
/// <param name="Unit">The one office that it opens; null for a key that opens all.</param>
internal sealed record ApiKey(string Name, string? Unit);

/// <summary>
/// Tells keys apart that the host lets in. A key of an office is known by its hash, in <see cref="AccessOptions.OfficeKeys"/>
/// (in Azure: a host key of any name), or stands in the local host's list of named keys.
/// </summary>
internal sealed class ApiKeys
{
    private const string LocalKeys = "AzureWebJobsFunctionKeys";
    private const int MarkLength = 12;

    private readonly Dictionary<string, string> _offices = new(StringComparer.OrdinalIgnoreCase);

    public ApiKeys(IConfiguration configuration, IOptions<AccessOptions> options)
    {
        foreach (var key in configuration.GetSection(LocalKeys).GetChildren())
        {
            if (key["Name"] is { Length: > 0 } unit && key["Key"] is { Length: > 0 } value)
                _offices[HashOf(value)] = unit;
        }

        foreach (var key in options.Value.OfficeKeys)
            _offices[key.Sha256] = key.Unit;
    }

    public ApiKey Of(HttpRequest request)
    {
        var given = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault() ?? "";
        var hash = HashOf(given);
        return _offices.TryGetValue(hash, out var unit) ? new ApiKey(unit, unit) : new ApiKey(hash[..MarkLength], null);
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
