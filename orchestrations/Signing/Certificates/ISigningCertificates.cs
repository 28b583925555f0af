using System.Security.Cryptography.X509Certificates;

namespace Sakip.Signing;

/// <summary>Where the certificate signer finds the certificate, with its private key, for a person.</summary>
internal interface ISigningCertificates
{
    /// <exception cref="SignerNotRegisteredException">There is none for this person.</exception>
    SigningCertificate For(Signer signer);
}

/// <summary>
/// A certificate with its private key. <paramref name="Chain"/> holds the issuers up to the root, as far as known.
/// <paramref name="IsTrial"/> marks it UJI COBA: it binds nobody.
/// </summary>
internal sealed record SigningCertificate(
    X509Certificate2 Certificate,
    IReadOnlyList<X509Certificate2> Chain,
    bool IsTrial = false
);
