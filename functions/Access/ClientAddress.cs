using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sakip.Access;

namespace Sakip.Functions.Access;

/// <summary>
/// Where a request comes from. <c>X-Forwarded-For</c> counts only where <see cref="AccessOptions.TrustedHops"/> says how many
/// proxies write it: each adds the address it saw at the end, and what stands before those was written by the caller.
/// </summary>
public sealed class ClientAddress(IOptions<AccessOptions> options)
{
    public string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var hops = options.Value.TrustedHops;
        var entries = request.Headers["X-Forwarded-For"].ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return hops > 0 && entries.Length >= hops && Parse(entries[^hops]) is { } forwarded
            ? forwarded.ToString()
            : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "tidak diketahui";
    }

    private static IPAddress? Parse(string entry) =>
        IPAddress.TryParse(entry, out var address) ? address
        : IPEndPoint.TryParse(entry, out var endpoint) ? endpoint.Address : null;
}
