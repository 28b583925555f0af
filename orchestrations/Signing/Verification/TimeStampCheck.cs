using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>Checks a time stamp over a whole document: that its token is of these bytes and is signed by whom it names.</summary>
internal static class TimeStampCheck
{
    private static readonly string[] AcceptedDigests =
    [
        "2.16.840.1.101.3.4.2.1",
        "2.16.840.1.101.3.4.2.2",
        "2.16.840.1.101.3.4.2.3",
    ];

    public static bool IsOfDocument(PdfDictionary signature) => signature.IsNamed("SubFilter", "ETSI.RFC3161");

    public static bool Verifies(PdfFile file, PdfDictionary signature, ByteRange range)
    {
        try
        {
            var contents = ((PdfString)signature["Contents"]!).Bytes;
            return Rfc3161TimestampToken.TryDecode(contents, out var token, out _)
                && AcceptedDigests.Contains(token.TokenInfo.HashAlgorithmId.Value)
                && token.VerifySignatureForData(range.ContentOf(file), out _);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
