using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// Signs with a certificate at hand: PAdES baseline B-B (ETSI EN 319 142-1) as an incremental update. It asks for no
/// secret: the person's consent is proved before, by link and one-time code. There is no time stamp and no revocation data (LTV), so a signature is
/// worth its certificate's lifetime; the audit chain proves the time.
/// </summary>
internal sealed class CertificateSigner(ISigningCertificates certificates, TimeProvider clock) : IDocumentSigner
{
    public SignatureMethod Method => SignatureMethod.Certificate;

    public Task<SignedDocument> SignAsync(SigningRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Check();
        var certificate = certificates.For(request.Signer);
        CheckValidity(certificate);
        var signed = Sign(request, certificate);
        return Task.FromResult(
            new SignedDocument(
                signed,
                SignedDocument.HashOf(request.Pdf),
                SignedDocument.HashOf(signed),
                Method,
                CertificateSummary.Of(certificate.Certificate),
                IsVisible: request.Appearance is not null
            )
        );
    }

    private static byte[] Sign(SigningRequest request, SigningCertificate certificate)
    {
        try
        {
            var file = PdfFile.Open(request.Pdf);
            var placeholder = SignaturePlaceholder.Append(file, request, certificate.IsTrial);
            return placeholder.Fill(content => CmsSignature.Create(content, certificate));
        }
        catch (PdfFormatException e)
        {
            throw new DocumentNotSignableException("Berkas tidak dapat ditandatangani: bukan PDF yang utuh.", e);
        }
    }

    private void CheckValidity(SigningCertificate certificate)
    {
        var now = clock.GetUtcNow();
        if (
            now < certificate.Certificate.NotBefore.ToUniversalTime()
            || now > certificate.Certificate.NotAfter.ToUniversalTime()
        )
        {
            throw new CertificateExpiredException(
                $"Sertifikat elektronik tidak berlaku lagi (berlaku sampai {certificate.Certificate.NotAfter:dd-MM-yyyy})."
            );
        }
    }
}
