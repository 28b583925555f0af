using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>A small time stamping authority: it says of bytes that they were there at a time (RFC 3161).</summary>
internal static class TimeStampAuthority
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private static readonly X509Certificate2 _certificate = SignedUpdate.Certificate(
        "CN=Otoritas Waktu Contoh",
        "1.3.6.1.5.5.7.3.8"
    );

    public static byte[] Stamp(byte[] content)
    {
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), Statement(content)));
        var signer = new CmsSigner(_certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData("1.2.840.113549.1.9.16.2.47", Identity()));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    private static byte[] Statement(byte[] content)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Sha256);
                }

                writer.WriteOctetString(SHA256.HashData(content));
            }

            writer.WriteInteger(7);
            writer.WriteGeneralizedTime(SigningWorld.SignedAt, omitFractionalSeconds: true);
        }

        return writer.Encode();
    }

    private static byte[] Identity()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(_certificate.RawData));
        }

        return writer.Encode();
    }
}
