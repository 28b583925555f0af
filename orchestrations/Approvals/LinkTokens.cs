using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>What a link says of itself: whose it is and for which step. No decision and no personal data.</summary>
/// <param name="Subject">Dotted subject.</param>
/// <param name="Document">SHA-256 of the document that the step is about, where there is one.</param>
public sealed record LinkTicket(
    string Subject, string Step, int Attempt, string Bearer, string Audience, long Issued, long Expires, string Nonce,
    string? Document);

/// <summary>
/// Link tokens <c>v1.keyId.payload.HMAC-SHA256</c>, base64url. A token is rebuilt from what is stored, so a reminder
/// carries the same link; a new nonce revokes the one before.
/// </summary>
public sealed class LinkTokens(IOptions<LinkOptions> options)
{
    private const string Version = "v1";

    public string Write(LinkTicket ticket)
    {
        var payload = Base64Url.EncodeToString(SakipJson.Bytes(ticket));
        var head = $"{Version}.{options.Value.ActiveKey}.{payload}";
        return $"{head}.{Base64Url.EncodeToString(Sign(options.Value.ActiveKey, head)!)}";
    }

    /// <summary>The ticket of a genuine token, whatever its age; null for anything else.</summary>
    public LinkTicket? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 4 || parts[0] != Version || token.Length > 2048) return null;
        var expected = Sign(parts[1], $"{parts[0]}.{parts[1]}.{parts[2]}");
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        if (expected is null || !Base64Url.TryDecodeFromChars(parts[3], given, out var length)
            || !CryptographicOperations.FixedTimeEquals(expected, given[..length]))
        {
            return null;
        }

        try
        {
            return SakipJson.Read<LinkTicket>(Base64Url.DecodeFromChars(parts[2]));
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Keyed hash for what must be recognised and never stored: codes, action tokens.</summary>
    public string Seal(string purpose, string text) =>
        Base64Url.EncodeToString(Sign(options.Value.ActiveKey, purpose + "\n" + text)!);

    /// <summary>True when the text was sealed with any key that is still known. Compared in constant time.</summary>
    public bool IsSealed(string purpose, string text, string seal)
    {
        var given = Encoding.ASCII.GetBytes(seal);
        var matches = false;
        foreach (var key in options.Value.Keys.Keys)
        {
            var expected = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Sign(key, purpose + "\n" + text)!));
            matches |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return matches;
    }

    private byte[]? Sign(string keyId, string text) =>
        options.Value.Keys.TryGetValue(keyId, out var key)
            ? HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(text))
            : null;
}
