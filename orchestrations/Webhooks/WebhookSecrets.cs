using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Sakip.Approvals;

namespace Sakip.Webhooks;

/// <summary>
/// Makes and seals secrets. What is stored is <c>keyId.nonce+tag+text</c> under a key drawn from the links' keys and bound
/// to the receiver's row, so that neither a stolen table nor a row put in another's place gives anything away.
/// </summary>
internal sealed class WebhookSecrets(IOptions<LinkOptions> options)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static string Make() => "sakip_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Seal(string secret, string row)
    {
        var (key, text) = (options.Value.ActiveKey, Encoding.UTF8.GetBytes(secret));
        var sealedBytes = new byte[NonceSize + TagSize + text.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(KeyOf(key), TagSize);
        cipher.Encrypt(
            sealedBytes.AsSpan(0, NonceSize),
            text,
            sealedBytes.AsSpan(NonceSize + TagSize),
            sealedBytes.AsSpan(NonceSize, TagSize),
            Encoding.UTF8.GetBytes(row)
        );
        return key + "." + Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>Null where its key is gone, or it was sealed for another row.</summary>
    public string? Open(string text, string row)
    {
        if (text.Split('.') is not [var key, var content] || !options.Value.Keys.ContainsKey(key))
            return null;
        var sealedBytes = Base64Url.DecodeFromChars(content);
        if (sealedBytes.Length < NonceSize + TagSize)
            return null;
        var secret = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(KeyOf(key), TagSize);
        try
        {
            cipher.Decrypt(
                sealedBytes.AsSpan(0, NonceSize),
                sealedBytes.AsSpan(NonceSize + TagSize),
                sealedBytes.AsSpan(NonceSize, TagSize),
                secret,
                Encoding.UTF8.GetBytes(row)
            );
            return Encoding.UTF8.GetString(secret);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Whether the key that it was sealed with is on its way out: it is then sealed again.</summary>
    public bool IsOld(string text) => !text.StartsWith(options.Value.ActiveKey + ".", StringComparison.Ordinal);

    private byte[] KeyOf(string id) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Convert.FromBase64String(options.Value.Keys[id]),
            32,
            info: "sakip-webhook"u8.ToArray()
        );
}
