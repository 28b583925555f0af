using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sakip.Signing;

/// <summary>
/// Certificates marked UJI COBA, one for each signer, issued on the spot by a root whose key lies openly in this repository.
/// They make a rehearsal look and verify like the real thing and are worth nothing outside it. Valid 2020–2040.
/// </summary>
internal sealed class TrialCertificates : ISigningCertificates
{
    private readonly ConcurrentDictionary<Signer, SigningCertificate> _issued = new();
    private readonly X509Certificate2 _root = LoadRoot();

    /// <summary>The root's certificate, for a verifier to know trial signatures by.</summary>
    public static X509Certificate2 Root
    {
        get
        {
            using var root = LoadRoot();
            return X509CertificateLoader.LoadCertificate(root.RawData);
        }
    }

    public SigningCertificate For(Signer signer) => _issued.GetOrAdd(signer, Issue);

    private SigningCertificate Issue(Signer signer)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCountryOrRegion("ID");
        subject.AddOrganizationName("UJI COBA");
        subject.AddCommonName($"UJI COBA - {signer.Name}");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(
                X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
                critical: true
            )
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, includeKeyIdentifier: true, false)
        );
        var serial = SHA256.HashData(request.PublicKey.ExportSubjectPublicKeyInfo())[..16];
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        using var issued = request.Create(_root, _root.NotBefore, _root.NotAfter, serial);
        return new SigningCertificate(issued.CopyWithPrivateKey(key), [Root], IsTrial: true);
    }

    private static X509Certificate2 LoadRoot()
    {
        using var resource = typeof(TrialCertificates).Assembly.GetManifestResourceStream(
            "Sakip.Signing.uji-coba.pem"
        )!;
        var pem = new StreamReader(resource).ReadToEnd();
        return X509Certificate2.CreateFromPem(pem, pem);
    }
}
