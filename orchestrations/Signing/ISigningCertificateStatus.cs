namespace Sakip.Signing;

/// <summary>Asked before a signing round opens: an expired certificate is the commonest reason why a round stalls.</summary>
internal interface ISigningCertificateStatus
{
    /// <exception cref="SigningServiceDownException">Nobody can tell now.</exception>
    Task<CertificateStatus> CheckAsync(Signer signer, CancellationToken cancellationToken);
}

/// <summary>Whether a person can sign; <paramref name="Explanation"/> tells in Indonesian what is to be done if not.</summary>
internal sealed record CertificateStatus(CertificateReadiness Readiness, string Explanation)
{
    public bool CanSign => Readiness == CertificateReadiness.Ready;
}

public enum CertificateReadiness
{
    Ready,
    NotRegistered,
    Waiting,
    Expired,
    Revoked,
    Unknown,
}
