using System.Security.Cryptography;
using System.Text;

namespace Sakip.Notifications;

/// <summary>What is derived from a dedupe key, so that sending again is recognisable as the same message.</summary>
internal static class MessageKeys
{
    /// <summary>Domain of Message-IDs where none is configured; it can never exist.</summary>
    public const string LocalDomain = "sakip.invalid";

    private const int SlugLength = 80;

    /// <summary>Message-ID without angle brackets.</summary>
    public static string MessageId(string dedupeKey, string domain) => $"{Digest(dedupeKey)}@{domain}";

    /// <summary>File name of the message: a readable part, and enough of the digest to keep keys apart.</summary>
    public static string FileName(string dedupeKey)
    {
        var slug = string.Concat(dedupeKey.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
        return $"{(slug.Length > SlugLength ? slug[..SlugLength] : slug)}-{Digest(dedupeKey)[..16]}.eml";
    }

    internal static string Digest(string dedupeKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dedupeKey)));
}
