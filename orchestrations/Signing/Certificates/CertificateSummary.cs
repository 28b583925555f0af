using System.Security.Cryptography.X509Certificates;

namespace Sakip.Signing;

/// <summary>What is shown and kept of a certificate.</summary>
/// <param name="Name">The subject's common name.</param>
/// <param name="SerialNumber">Upper-case hex.</param>
internal sealed record CertificateSummary(
    string Name,
    string Subject,
    string Issuer,
    string SerialNumber,
    DateTimeOffset ValidFrom,
    DateTimeOffset ValidUntil
)
{
    public static CertificateSummary Of(X509Certificate2 certificate) =>
        new(
            certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            certificate.Subject,
            certificate.Issuer,
            certificate.SerialNumber,
            certificate.NotBefore.ToUniversalTime(),
            certificate.NotAfter.ToUniversalTime()
        );
}
