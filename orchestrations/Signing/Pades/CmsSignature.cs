using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Sakip.Signing;

/// <summary>
/// The detached CAdES signature inside a PAdES one: SHA-256, with signing-certificate-v2 and, as EN 319 142-1 demands, without the
/// signing-time attribute, whose place the PDF's own /M takes.
/// </summary>
internal static class CmsSignature
{
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    public static byte[] Create(byte[] content, SigningCertificate certificate)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate.Certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(certificate.Chain.ToArray());
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, Identify(certificate.Certificate)));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <summary>Whether the signed attributes name exactly this certificate.</summary>
    public static bool Names(SignerInfo signer, X509Certificate2 certificate)
    {
        var expected = Identify(certificate);
        foreach (var attribute in signer.SignedAttributes)
        {
            if (attribute.Oid.Value == SigningCertificateV2)
            {
                return attribute.Values.Count == 1
                    && FirstHash(attribute.Values[0].RawData) is { } hash
                    && hash.AsSpan().SequenceEqual(FirstHash(expected));
            }
        }

        return false;
    }

    /// <summary>SigningCertificateV2 ::= { { { certHash } } }: the hash algorithm is the default, SHA-256, and left out.</summary>
    private static byte[] Identify(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }

    private static byte[]? FirstHash(byte[] attribute)
    {
        var first = new AsnReader(attribute, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
        if (first.PeekTag() == Asn1Tag.Sequence && first.ReadSequence().ReadObjectIdentifier() != Sha256)
        {
            return null;
        }

        return first.ReadOctetString();
    }
}
