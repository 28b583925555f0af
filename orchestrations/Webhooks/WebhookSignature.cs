using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sakip.Webhooks;

/// <summary>
/// The header <c>Sakip-Signature: t=seconds,v1=hex</c>: HMAC-SHA256, keyed by the secret's text, over the seconds, a dot and
/// the body's bytes. While a secret is being replaced there is one <c>v1</c> for each of the two.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "Sakip-Signature";

    public static string Write(DateTimeOffset at, ReadOnlySpan<byte> body, IEnumerable<string> secrets)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(seconds + "."), .. body];
        return string.Join(
            ',',
            secrets
                .Select(secret =>
                    "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))
                )
                .Prepend("t=" + seconds)
        );
    }
}
