using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Sakip.Approvals;

/// <summary>What a link says of itself: whose it is and for which step. No decision and no personal data.</summary>
/// <param name="Subject">Dotted subject; with step and attempt it is the approval's id.</param>
/// <param name="Nonce">128 random bits, base64url.</param>
/// <param name="Document">SHA-256 of the document that the step is about, where there is one.</param>
internal sealed record LinkTicket(
    string Subject,
    string Step,
    int Attempt,
    string Bearer,
    LinkAudience Audience,
    long Issued,
    long Expires,
    string Nonce,
    string? Document
);

/// <summary>What a token is for. One made for something else opens nothing here.</summary>
internal enum LinkAudience
{
    StepPage = 1,
}

/// <summary>
/// Link tokens <c>v1.keyId.payload.HMAC-SHA256</c>, base64url. A token is rebuilt from what is stored, so a reminder
/// carries the same link; a new nonce revokes the one before. The longest one stays below the 260 characters at which
/// front ends on IIS refuse a path segment.
/// </summary>
internal sealed class LinkTokens(IOptions<LinkOptions> options)
{
    public const int LongestToken = 259;

    private const string Version = "v1";

    public string Write(LinkTicket ticket)
    {
        var head = $"{Version}.{options.Value.ActiveKey}.{Base64Url.EncodeToString(LinkPayload.Pack(ticket))}";
        return $"{head}.{Base64Url.EncodeToString(Sign(options.Value.ActiveKey, head)!)}";
    }

    /// <summary>
    /// The ticket of a genuine token, whatever its age; null for anything else. Whatever the token is, one HMAC is
    /// computed and compared, so the time tells nothing.
    /// </summary>
    public LinkTicket? Read(string token)
    {
        var text = token.Length > LongestToken ? token[..LongestToken] : token;
        var parts = text.Split('.');
        var isOurs =
            token.Length == text.Length && parts is [Version, _, _, _] && options.Value.Keys.ContainsKey(parts[1]);
        var head = text[..Math.Max(0, text.LastIndexOf('.'))];
        var expected = Sign(isOurs ? parts[1] : options.Value.ActiveKey, head)!;
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        // The decoder passes over blanks and padding: only what it would itself have written is a token.
        var isWhole =
            Base64Url.DecodeFromChars(parts[^1], given, out _, out var length) == OperationStatus.Done
            && length == SHA256.HashSizeInBytes
            && Base64Url.EncodeToString(given) == parts[^1];
        var isGenuine = CryptographicOperations.FixedTimeEquals(expected, given);
        return isOurs && isWhole && isGenuine ? LinkPayload.Unpack(parts[2]) : null;
    }

    /// <summary>Keyed hash for what must be recognised and never stored: codes, action tokens.</summary>
    public string Seal(string purpose, string text) =>
        Base64Url.EncodeToString(Sign(options.Value.ActiveKey, purpose + "\n" + text)!);

    /// <summary>True when the text was sealed with any key that is still known. Compared in constant time.</summary>
    public bool IsSealed(string purpose, string text, string seal)
    {
        var given = Encoding.UTF8.GetBytes(seal);
        var matches = false;
        foreach (var key in options.Value.Keys.Keys)
        {
            var expected = Encoding.UTF8.GetBytes(Base64Url.EncodeToString(Sign(key, purpose + "\n" + text)!));
            matches |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return matches;
    }

    private byte[]? Sign(string keyId, string text) =>
        options.Value.Keys.TryGetValue(keyId, out var key)
            ? HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(text))
            : null;
}
