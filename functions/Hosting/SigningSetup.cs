using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Signing;

namespace Sakip.Functions.Hosting;

/// <summary>How documents are signed: section "Signing".</summary>
public static class SigningSetup
{
    /// <summary>
    /// <c>Signing:Method</c> is <c>Certificate</c> with <c>Signing:Certificate</c> (PKCS#12, base64), or <c>Trial</c>, whose
    /// certificates say UJI COBA and bind nobody. There is no default: nobody must sign on trial without knowing it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The method is missing or unknown, or its certificate is missing.</exception>
    public static void AddSigning(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var certificates = Certificates(configuration.GetSection("Signing"));
        services.AddSingleton(certificates);
        // A certificate is valid or not by the machine's clock, also where the office's clock is a virtual one.
        services.AddSingleton<IDocumentSigner>(new CertificateSigner(certificates, TimeProvider.System));
        services.AddSingleton(new SignatureVerifier([TrustAnchor.Trial], TimeProvider.System));
        services.AddSingleton(new SignerStatus());
    }

    private static ISigningCertificates Certificates(IConfigurationSection section) => section["Method"] switch
    {
        "Trial" => new TrialCertificates(),
        "Certificate" => new OfficeCertificates(
            Convert.FromBase64String(section["Certificate"]
                ?? throw new InvalidOperationException("Signing:Certificate is required when Signing:Method is Certificate.")),
            section["CertificatePassword"]),
        var other => throw new InvalidOperationException(
            $"Signing:Method is '{other}': set it to Certificate, or to Trial for a rehearsal."),
    };
}
