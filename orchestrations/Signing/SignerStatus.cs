using Sakip.Planning;

namespace Sakip.Signing;

/// <summary>
/// Whether a person can sign electronically, before a round opens. Where nobody can tell, because the service is away or
/// the method has no such question, nothing stands in the way: the signature itself will tell.
/// </summary>
internal sealed class SignerStatus(ISigningCertificateStatus? service = null, ISigningCertificates? certificates = null)
{
    /// <summary>Certificates lie with a service, which tells their state but not their end.</summary>
    public bool IsService => service is not null;

    /// <summary>The end of the certificate that the office holds for a person; null where it holds none.</summary>
    public DateTimeOffset? ValidUntil(Official signer)
    {
        try
        {
            return certificates?.For(Signer.Of(signer, unit: "", roleLine: "")).Certificate.NotAfter.ToUniversalTime();
        }
        catch (SignerNotRegisteredException)
        {
            return null;
        }
    }

    /// <summary>What has to be done first, in Indonesian; null where the person can sign.</summary>
    /// <param name="unit">The office in whose plan the person is.</param>
    public async Task<string?> ProblemAsync(Official signer, string unit, CancellationToken cancellation)
    {
        if (service is null)
            return null;
        try
        {
            var status = await service.CheckAsync(Signer.Of(signer, unit, roleLine: ""), cancellation);
            return status.CanSign || status.Readiness == CertificateReadiness.Unknown
                ? null
                : $"{signer.FullName()}: {status.Explanation}";
        }
        catch (SigningServiceDownException)
        {
            return null;
        }
    }
}
