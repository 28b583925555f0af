using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Sakip.Access;

namespace Sakip.Functions.Access;

/// <summary>
/// Where a request comes from. <c>X-Forwarded-For</c> counts only where <see cref="AccessOptions.TrustedHops"/> says how many
/// proxies write it: each adds the address it saw at the end, and what stands before those was written by the caller.
/// </summary>
internal sealed class ClientAddress(IOptions<AccessOptions> options)
{
    private const int NetworkOfIPv6 = 8;

    public string Of(HttpRequest request) => Find(request)?.ToString() ?? "tidak diketahui";

    /// <summary>What is counted as one client: of IPv6 the network, since each customer has all of its addresses.</summary>
    public string NetworkOf(HttpRequest request)
    {
        if (Find(request) is not { AddressFamily: AddressFamily.InterNetworkV6 } address)
            return Of(request);
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkOfIPv6).Clear();
        return new IPAddress(bytes) + "/64";
    }

    private IPAddress? Find(HttpRequest request)
    {
        var hops = options.Value.TrustedHops;
        var entries = request
            .Headers["X-Forwarded-For"]
            .ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var address =
            hops > 0 && entries.Length >= hops && Parse(entries[^hops]) is { } forwarded
                ? forwarded
                : request.HttpContext.Connection.RemoteIpAddress;
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }

    private static IPAddress? Parse(string entry) =>
        IPAddress.TryParse(entry, out var address) ? address
        : IPEndPoint.TryParse(entry, out var endpoint) ? endpoint.Address
        : null;
}
