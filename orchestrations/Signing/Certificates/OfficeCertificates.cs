using System.Security.Cryptography.X509Certificates;

namespace Sakip.Signing;

/// <summary>
/// One certificate that the office holds for all its signers, from a PFX that the composition root fetched (configuration,
/// Key Vault). Who signed stands in the signature's name and appearance.
/// </summary>
internal sealed class OfficeCertificates : ISigningCertificates
{
    private readonly SigningCertificate _certificate;

    public OfficeCertificates(byte[] pfx, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12Collection(pfx, password);
        var own =
            all.FirstOrDefault(c => c.HasPrivateKey)
            ?? throw new ArgumentException("The PFX holds no private key.", nameof(pfx));
        _certificate = new SigningCertificate(own, [.. all.Where(c => !c.HasPrivateKey)]);
    }

    public SigningCertificate For(Signer signer) => _certificate;
}
