using System.Security.Cryptography;

namespace Sakip.Signing;

/// <summary>
/// What a signer gives back. Hashes are SHA-256 of the whole file in lower-case hex: <paramref name="HashBefore"/> is what the
/// person was shown, <paramref name="HashAfter"/> what is kept.
/// </summary>
/// <param name="Certificate">The signer's certificate; null for ink on paper.</param>
/// <param name="IsVisible">False also when a visible signature was asked for and only an invisible one could be made.</param>
internal sealed record SignedDocument(
    byte[] Pdf,
    string HashBefore,
    string HashAfter,
    SignatureMethod Method,
    CertificateSummary? Certificate,
    bool IsVisible
)
{
    internal static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
