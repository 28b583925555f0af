using System.Net;
using System.Net.Sockets;

namespace Sakip.Webhooks;

/// <summary>
/// Which addresses changes may be sent to: https, to the public internet. An address inside the network would let whoever
/// sets a receiver reach what only the app may reach.
/// </summary>
internal static class WebhookAddress
{
    private const int Longest = 500;
    private static readonly int[] Ports = [443, 8443];

    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // What a machine in Azure asks for its own affairs.
            "168.63.129.16/32",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly string[] InternalNames = ["localhost", "local", "internal", "lan", "home.arpa", "intranet"];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    // Documentation, tunnels and special purposes within the global range.
    private static readonly IPNetwork[] Special =
    [
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>What is wrong with a receiver's address, in words; null where nothing is.</summary>
    public static string? Refuse(string text, bool allowLoopback)
    {
        if (
            text.Length is 0 or > Longest
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Host.Length == 0
        )
        {
            return "Tulis alamat lengkap, misalnya https://data.contoh.go.id/sakip.";
        }

        if (Named(uri) is not { } host)
            return "Nama komputer pada alamat itu tidak terbaca. Tulis seperti pada peramban, tanpa huruf khusus.";
        if (uri.UserInfo.Length > 0)
            return "Alamat tidak boleh memuat nama pengguna atau kata sandi.";
        if (uri.Fragment.Length > 0)
            return "Alamat tidak boleh memuat tanda #.";
        if (allowLoopback && uri.IsLoopback && uri.Scheme is "http" or "https")
            return null;
        if (uri.Scheme != Uri.UriSchemeHttps)
            return "Alamat harus diawali https:// supaya isinya terlindung di jalan.";
        if (!Ports.Contains(uri.Port))
            return "Porta alamat harus 443 atau 8443.";
        var isOpen = IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? IsPublic(address)
            : host.Contains('.', StringComparison.Ordinal) && !IsInternal(host);
        return isOpen ? null : "Alamat harus berada di internet publik, bukan di jaringan dalam.";
    }

    /// <summary>
    /// The one spelling of an address that is taken: the host in small ASCII letters without the root's full stop, no port
    /// that goes without saying.
    /// </summary>
    public static string Normal(string text)
    {
        var uri = new Uri(text, UriKind.Absolute);
        return new UriBuilder(uri) { Host = Named(uri) ?? uri.Host, Port = uri.IsDefaultPort ? -1 : uri.Port }
            .Uri
            .AbsoluteUri;
    }

    // Full-width letters, circled digits and a full stop at the end are the same host to whoever looks it up.
    private static string? Named(Uri uri)
    {
        try
        {
            var plain = uri.Host.Normalize(System.Text.NormalizationForm.FormKC).TrimEnd('.');
            var host = new UriBuilder(Uri.UriSchemeHttps, plain).Uri.IdnHost.TrimEnd('.').ToLowerInvariant();
            if (host.Length == 0)
                return null;
            return host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? $"[{host}]" : host;
        }
        catch (Exception failure) when (failure is UriFormatException or ArgumentException)
        {
            return null;
        }
    }

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Closed.Any(network => network.Contains(address));
        return address.AddressFamily == AddressFamily.InterNetworkV6
            && Global.Contains(address)
            && !Special.Any(network => network.Contains(address));
    }

    private static bool IsInternal(string host) =>
        InternalNames.Any(suffix => host.EndsWith("." + suffix, StringComparison.OrdinalIgnoreCase));
}
