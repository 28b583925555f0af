using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>Checks one signature: its mathematics, its certificate, and what came after it.</summary>
internal sealed class SignatureCheck(TrustStore trust, TimeProvider clock)
{
    private const int LargeFile = 16 * 1024 * 1024;

    private static readonly string[] AcceptedDigests =
    [
        "2.16.840.1.101.3.4.2.1",
        "2.16.840.1.101.3.4.2.2",
        "2.16.840.1.101.3.4.2.3",
    ];

    public FoundSignature Find(PdfFile file, SignatureField field)
    {
        // Each signature is checked over a copy of the file; eight large copies need not lie about together.
        if (file.Bytes.Length > LargeFile)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        }

        var range = ByteRange.Read(file, field.Value!);
        if (TimeStampCheck.IsOfDocument(field.Value!))
        {
            return new FoundSignature(
                field,
                range,
                Report: null,
                range is not null && TimeStampCheck.Verifies(file, field.Value!, range)
            );
        }

        var report = Check(file, field, range);
        return new FoundSignature(field, range, report, report.Integrity == SignatureIntegrity.Valid);
    }

    private VerifiedSignature Check(PdfFile file, SignatureField field, ByteRange? range)
    {
        var dictionary = field.Value!;
        var found = new VerifiedSignature
        {
            Revision = 0,
            FieldName = field.Name,
            StatedName = Text("Name"),
            Reason = Text("Reason"),
            Place = Text("Location"),
            SignedAt = PdfText.ToInstant(file.Resolve(dictionary["M"])),
            IsTimeStamped = false,
            Integrity = SignatureIntegrity.Changed,
            LaterChanges = LaterChanges.Content,
            Certificate = null,
            Trust = CertificateTrust.Unknown,
            Method = SignatureMethod.Certificate,
        };
        if (range is null)
        {
            return found;
        }

        try
        {
            return CheckCms(found, dictionary, range.ContentOf(file));
        }
        catch (Exception e)
            when (e is CryptographicException or AsnContentException or ArgumentException or InvalidOperationException)
        {
            return found with { Integrity = SignatureIntegrity.Unreadable };
        }

        string Text(string key) => PdfText.ToText(file.Resolve(dictionary[key]));
    }

    private VerifiedSignature CheckCms(VerifiedSignature found, PdfDictionary dictionary, byte[] content)
    {
        var isCades = dictionary.IsNamed("SubFilter", "ETSI.CAdES.detached");
        var contents = ((PdfString)dictionary["Contents"]!).Bytes;
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.Decode(new AsnReader(contents, AsnEncodingRules.BER).PeekEncodedValue().Span);
        if (
            cms.SignerInfos.Count != 1
            || cms.SignerInfos[0] is not { Certificate: { } certificate } signer
            || !AcceptedDigests.Contains(signer.DigestAlgorithm.Value)
            || !(isCades || dictionary.IsNamed("SubFilter", "adbe.pkcs7.detached"))
        )
        {
            return found with { Integrity = SignatureIntegrity.Unreadable };
        }

        found = found with { Certificate = CertificateSummary.Of(certificate) };
        if (!IsIntact(signer) || (isCades && !CmsSignature.Names(signer, certificate)))
        {
            return found;
        }

        found = WithTimeStamp(found with { Integrity = SignatureIntegrity.Valid }, signer);
        var at = found.SignedAt ?? clock.GetUtcNow();
        var isInTime =
            at >= certificate.NotBefore
            && at <= certificate.NotAfter
            && (found.IsTimeStamped || clock.GetUtcNow() <= certificate.NotAfter);
        if (!isInTime)
        {
            return found with { Trust = CertificateTrust.Expired };
        }

        return trust.Find(certificate, cms.Certificates, at) is { } anchor
            ? found with
            {
                Method = anchor.Method,
                Trust = anchor.IsTrial ? CertificateTrust.Trial : CertificateTrust.Trusted,
            }
            : found;
    }

    private static bool IsIntact(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private VerifiedSignature WithTimeStamp(VerifiedSignature found, SignerInfo signer)
    {
        const string TimeStampToken = "1.2.840.113549.1.9.16.2.14";
        foreach (var attribute in signer.UnsignedAttributes)
        {
            if (
                attribute.Oid.Value == TimeStampToken
                && attribute.Values.Count == 1
                && Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _)
                && token.VerifySignatureForSignerInfo(signer, out var authority)
                && trust.Find(authority, token.AsSignedCms().Certificates, token.TokenInfo.Timestamp)
                    is { IsTrial: false }
            )
            {
                return found with { SignedAt = token.TokenInfo.Timestamp, IsTimeStamped = true };
            }
        }

        return found;
    }
}
